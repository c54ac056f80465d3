package io.ballast.think.model;

import io.ballast.think.model.TestMetrics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Drafts of models that were never trained, for tests. */
public final class ModelDrafts {
    public static final Instant TRAINED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private ModelDrafts() {}

    public static ModelDraft draft(String name, int members) {
        List<FittedNetwork> networks = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            networks.add(new FittedNetwork(i, Networks.parameters(Networks.SMALL, i), 1, 1, 0));
        }
        return draft(name, Networks.SMALL, networks);
    }

    public static ModelDraft draft(String name, Architecture architecture, List<FittedNetwork> networks) {
        int columns = FeatureRows.FEATURES.size();
        return new ModelDraft(
                name,
                "synthetic market: not evidence",
                TRAINED_AT,
                "test",
                architecture,
                standardizer(columns),
                new ScoringRules(1, 0.02, -3, 4),
                networks,
                training(),
                metrics(),
                new Gate(false, "no demonstrated edge; may only veto", List.of("made up")),
                Networks.rows(GoldenRows.ROWS, columns, 99));
    }

    /** Wide enough for any market of the tests. */
    private static Standardizer standardizer(int columns) {
        float[] deviations = new float[columns];
        java.util.Arrays.fill(deviations, 30);
        return new Standardizer(new float[columns], deviations);
    }

    private static TrainingCard training() {
        return new TrainingCard(
                "none",
                List.of(1L),
                100,
                Duration.ofHours(1),
                TRAINED_AT,
                TRAINED_AT,
                6,
                6,
                1,
                1,
                "",
                1,
                "none",
                Networks.PLAN,
                1);
    }

    private static TestMetrics metrics() {
        Interval none = new Interval(-1, 1);
        return new TestMetrics(1, 0, none, 0, none, 0, 0, 0, new double[] {0.1, 0.5, 0.9}, List.of(0.0));
    }
}
