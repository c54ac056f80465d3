package io.ballast.think.model;

import io.ballast.think.feature.Feature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that is known of a trained model; {@code card.json} of its folder. Its own SHA-256 is pinned in the strategy, and it pins
 * the members' files.
 *
 * @param schema version of this format
 * @param notice what the model must not be taken for
 * @param trainedAt end of training
 * @param codeVersion of the program that trained it
 * @param library name and version of the network library; no other version may load it
 * @param featureHash of {@link FeatureSet#hash}
 * @param features columns of the input, in order
 * @param members one for each seed
 * @param metrics on the test fold, out of sample
 */
public record ModelCard(
        int schema,
        String name,
        String notice,
        Instant trainedAt,
        String codeVersion,
        String library,
        String featureHash,
        List<Feature> features,
        Architecture architecture,
        Standardizer standardizer,
        ScoringRules scoring,
        List<MemberCard> members,
        TrainingCard training,
        TestMetrics metrics,
        Gate gate,
        GoldenRows golden) {
    /** The format that this program writes and reads. */
    public static final int SCHEMA = 1;

    public ModelCard {
        features = List.copyOf(features);
        members = List.copyOf(members);
    }

    /**
     * Whether the model is too old to be asked.
     *
     * @param maxAge since training; zero means that no limit was set
     */
    public boolean isStale(Instant now, Duration maxAge) {
        return !maxAge.isZero() && trainedAt.plus(maxAge).isBefore(now);
    }
}
