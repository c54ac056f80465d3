package io.ballast.lab.backtest.columns;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * As the agent's {@code sma-cross} over one asset: all in it while the mean of its last {@code fast} closes is at least that of its last
 * {@code slow}, in cash otherwise, and before there are as many. Sums are exact, so equal means are equal.
 *
 * @param first row that may be traded on
 */
record Crossing(int fast, int slow, int first) implements WeightStrategy {
    @Override
    public String name() {
        return "sma-cross";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Run();
    }

    private final class Run implements WeightRule {
        private long fastSum;
        private long slowSum;
        private boolean invested;

        @Override
        public boolean decide(Moment now, double[] target) {
            int row = now.row();
            long close = now.close(0, 0);
            fastSum = Math.addExact(fastSum, close - (row >= fast ? now.close(0, fast) : 0));
            slowSum = Math.addExact(slowSum, close - (row >= slow ? now.close(0, slow) : 0));
            boolean above = row >= slow - 1
                    && row >= first
                    && Math.multiplyExact(fastSum, (long) slow) >= Math.multiplyExact(slowSum, (long) fast);
            if (above == invested) {
                return false;
            }
            invested = above;
            target[0] = above ? 1 : 0;
            return true;
        }
    }
}
