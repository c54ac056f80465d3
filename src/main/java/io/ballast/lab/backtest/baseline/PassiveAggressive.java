package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * PAMR: {@code b' = Π(b − τ·(x − x̄))}: away from what has just risen, as little as brings the return down to {@code ε} (Li, Zhao, Hoi
 * and Gopalkrishnan 2012).
 *
 * @param sensitivity {@code ε}, 0.5 in the literature
 * @param slack how the step is held back
 * @param aggressiveness {@code C}, 500 in the literature; no meaning without slack
 */
public record PassiveAggressive(double sensitivity, Slack slack, double aggressiveness) implements WeightStrategy {
    private static final double PUBLISHED_SENSITIVITY = 0.5;
    private static final double PUBLISHED_AGGRESSIVENESS = 500;

    /** Of the paper's three variants. */
    public enum Slack {
        /** PAMR: the whole step, {@code τ = l/‖x − x̄‖²}. */
        NONE,
        /** PAMR-1: at most {@code C}. */
        LINEAR,
        /** PAMR-2: {@code τ = l/(‖x − x̄‖² + 1/(2C))}. */
        QUADRATIC
    }

    /** With the parameters of the paper. */
    public static PassiveAggressive published(Slack slack) {
        return new PassiveAggressive(PUBLISHED_SENSITIVITY, slack, PUBLISHED_AGGRESSIVENESS);
    }

    @Override
    public String name() {
        return switch (slack) {
            case NONE -> "pamr";
            case LINEAR -> "pamr1";
            case QUADRATIC -> "pamr2";
        };
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Learner(table.assets(), 2) {
            @Override
            void learn(Moment now) {
                double[] x = Vectors.relatives(now, 0);
                double loss = Math.max(0, Vectors.dot(weights, x) - sensitivity);
                double[] away = Vectors.centred(x);
                Vectors.add(weights, -step(loss, Vectors.dot(away, away)), away);
                Simplex.project(weights);
            }
        };
    }

    private double step(double loss, double spread) {
        if (spread == 0) {
            return 0;
        }
        return switch (slack) {
            case NONE -> loss / spread;
            case LINEAR -> Math.min(aggressiveness, loss / spread);
            case QUADRATIC -> loss / (spread + 1 / (2 * aggressiveness));
        };
    }
}
