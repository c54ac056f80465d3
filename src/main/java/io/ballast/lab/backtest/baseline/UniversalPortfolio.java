package io.ballast.lab.backtest.baseline;

import io.ballast.base.metric.Draws;
import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.Arrays;

/**
 * The universal portfolio: the mean of all constantly rebalanced portfolios, each weighted by its wealth so far (Cover 1991), over a
 * sample drawn evenly from the simplex.
 *
 * @param samples number of portfolios drawn, at least 1; the more assets, the more it takes to come near the whole simplex
 */
public record UniversalPortfolio(int samples, long seed) implements WeightStrategy {
    public UniversalPortfolio {
        if (samples < 1) {
            throw new IllegalArgumentException("a sample has members");
        }
    }

    @Override
    public String name() {
        return "universal";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Run(table.assets(), drawn(table.assets()));
    }

    /** Evenly from the simplex: exponential numbers over their sum. */
    private double[][] drawn(int assets) {
        Draws draws = new Draws(seed);
        double[][] mixes = new double[samples][assets];
        for (double[] mix : mixes) {
            Arrays.setAll(mix, i -> -StrictMath.log1p(-draws.uniform()));
            Simplex.normalise(mix);
        }
        return mixes;
    }

    private static final class Run implements WeightRule {
        private final double[][] mixes;
        private final double[] wealth;
        private final double[] relatives;

        Run(int assets, double[][] mixes) {
            this.mixes = mixes;
            wealth = new double[mixes.length];
            relatives = new double[assets];
            Arrays.fill(wealth, 1);
        }

        @Override
        public boolean decide(Moment now, double[] target) {
            if (now.row() > 0) {
                grow(now);
            }
            Arrays.fill(target, 0);
            for (int k = 0; k < mixes.length; k++) {
                Vectors.add(target, wealth[k], mixes[k]);
            }
            Simplex.normalise(target);
            return true;
        }

        /** Only ratios of wealth matter, so it is kept near 1. */
        private void grow(Moment now) {
            Arrays.setAll(relatives, asset -> now.relative(asset, 0));
            double sum = 0;
            for (int k = 0; k < mixes.length; k++) {
                wealth[k] *= Vectors.dot(mixes[k], relatives);
                sum += wealth[k];
            }
            double mean = sum / mixes.length;
            Arrays.setAll(wealth, k -> wealth[k] / mean);
        }
    }
}
