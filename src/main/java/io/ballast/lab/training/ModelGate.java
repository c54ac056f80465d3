package io.ballast.lab.training;

import io.ballast.think.model.Gate;
import io.ballast.think.model.TestMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides from the test spans whether a model may rank. It judges one kind of market: a pass on a synthetic one is no evidence. */
final class ModelGate {
    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final double COVERAGE_TOLERANCE = 0.05;
    private static final double SEEDS_POSITIVE = 0.8;

    private final TestMetrics metrics;
    private final List<String> failures = new ArrayList<>();

    private ModelGate(TestMetrics metrics) {
        this.metrics = metrics;
    }

    static Gate judge(TestMetrics metrics) {
        return new ModelGate(metrics).gate();
    }

    private Gate gate() {
        requirePositive(
                "95% interval over HOLD begins at", metrics.overHoldInterval().low());
        requirePositive(
                "95% interval over the band begins at",
                metrics.overBandInterval().low());
        requirePositive("mean over HOLD at double cost is", metrics.overHoldAtDoubleCost());
        long positive = metrics.seedsOverHold().stream().filter(bps -> bps > 0).count();
        int seeds = metrics.seedsOverHold().size();
        require(positive >= SEEDS_POSITIVE * seeds, positive + " of " + seeds + " seeds are above HOLD");
        for (int i = 0; i < LEVELS.length; i++) {
            double covered = metrics.coverage()[i];
            require(
                    Math.abs(covered - LEVELS[i]) <= COVERAGE_TOLERANCE,
                    String.format(Locale.ROOT, "quantile %.1f covers %.3f", LEVELS[i], covered));
        }
        boolean passed = failures.isEmpty();
        String verdict = passed ? "passed on its own kind of market" : "no demonstrated edge; may only veto";
        return new Gate(passed, verdict, failures);
    }

    private void requirePositive(String what, double bps) {
        require(bps > 0, String.format(Locale.ROOT, "%s %.2f bps", what, bps));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            failures.add(otherwise);
        }
    }
}
