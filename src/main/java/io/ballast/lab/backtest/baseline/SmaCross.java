package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * All in one asset while the mean of its last {@code fast} closes is above that of its last {@code slow}, in cash otherwise, and
 * before there are as many closes. Sums are exact, so equal means are equal.
 *
 * @param asset number of its column
 * @param first row that may be traded on; those before it only fill the means
 * @param equalIsAbove whether equal means are enough, as for the agent's own rule
 */
public record SmaCross(int asset, int fast, int slow, int first, boolean equalIsAbove) implements WeightStrategy {
    /** From the first row on; equal means are not enough. */
    public SmaCross(int asset, int fast, int slow) {
        this(asset, fast, slow, 0, false);
    }

    public SmaCross {
        if (asset < 0 || fast < 1 || slow <= fast) {
            throw new IllegalArgumentException("no crossing of means over " + fast + " and " + slow);
        }
    }

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
            long close = now.close(asset, 0);
            fastSum = Math.addExact(fastSum, close - (row >= fast ? now.close(asset, fast) : 0));
            slowSum = Math.addExact(slowSum, close - (row >= slow ? now.close(asset, slow) : 0));
            boolean above = row >= Math.max(slow - 1, first) && isAbove();
            if (above == invested) {
                return false;
            }
            invested = above;
            target[asset] = above ? 1 : 0;
            return true;
        }

        private boolean isAbove() {
            long quick = Math.multiplyExact(fastSum, (long) slow);
            long slowly = Math.multiplyExact(slowSum, (long) fast);
            return equalIsAbove ? quick >= slowly : quick > slowly;
        }
    }
}
