package io.ballast.lab.backtest.kernel;

/** One run of a strategy: it remembers what it needs. Not safe for use by several threads. */
@FunctionalInterface
public interface WeightRule {
    /**
     * Decides at the close of each row, in order, without a gap.
     *
     * @param now what can be known
     * @param target takes the weights to move to, at prices of this row: not negative, summing to at most 1, the rest is cash. It
     *     holds what this rule wrote last, zeros at first
     * @return whether to trade
     */
    boolean decide(Moment now, double[] target);
}
