package io.ballast.think.model;

import java.time.Instant;
import java.util.List;

/**
 * A trained model before it has files.
 *
 * @param name of its folder: lower-case letters, digits and hyphens
 * @param networks at least one
 * @param goldenInputs 16 rows of the test fold, not standardised
 */
public record ModelDraft(
        String name,
        String notice,
        Instant trainedAt,
        String codeVersion,
        Architecture architecture,
        Standardizer standardizer,
        ScoringRules scoring,
        List<FittedNetwork> networks,
        TrainingCard training,
        TestMetrics metrics,
        Gate gate,
        float[][] goldenInputs) {

    public ModelDraft {
        networks = List.copyOf(networks);
    }
}
