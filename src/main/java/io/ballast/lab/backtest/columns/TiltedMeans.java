package io.ballast.lab.backtest.columns;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.List;

/**
 * As the agent's {@code sma-cross}: an asset has its own weight while the mean of its last {@code fast} closes is at least that of its last
 * {@code slow}, and none otherwise; the rest is cash. Sums are exact. Weights are restored at every row once there are enough closes.
 *
 * @param own weights of the assets, not negative, summing to at most 1
 * @param first row that may be traded on
 */
record TiltedMeans(List<Double> own, int fast, int slow, int first) implements WeightStrategy {
    TiltedMeans {
        own = List.copyOf(own);
    }

    @Override
    public String name() {
        return "sma-cross";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Run(own.stream().mapToDouble(weight -> weight).toArray());
    }

    private final class Run implements WeightRule {
        private final double[] weights;
        private final long[] fastSums;
        private final long[] slowSums;

        Run(double[] weights) {
            this.weights = weights;
            this.fastSums = new long[weights.length];
            this.slowSums = new long[weights.length];
        }

        @Override
        public boolean decide(Moment now, double[] target) {
            int row = now.row();
            boolean moves = false;
            for (int i = 0; i < weights.length; i++) {
                boolean above = above(now, row, i);
                if (row >= slow - 1 && row >= first) {
                    double share = above ? weights[i] : 0;
                    // All of it, or nothing, does not drift away.
                    moves |= share != target[i] || (share > 0 && share < 1);
                    target[i] = share;
                }
            }
            return moves;
        }

        private boolean above(Moment now, int row, int i) {
            long close = now.close(i, 0);
            fastSums[i] = Math.addExact(fastSums[i], close - (row >= fast ? now.close(i, fast) : 0));
            slowSums[i] = Math.addExact(slowSums[i], close - (row >= slow ? now.close(i, slow) : 0));
            return Math.multiplyExact(fastSums[i], (long) slow) >= Math.multiplyExact(slowSums[i], (long) fast);
        }
    }
}
