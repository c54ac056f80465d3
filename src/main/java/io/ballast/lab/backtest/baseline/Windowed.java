package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.WeightRule;
import java.util.function.BiConsumer;

/**
 * Weights every so many rows by what a window says; equal ones until it is full.
 *
 * @param window periods that have to be known
 * @param every rows between trades, at least 1
 * @param weights writes what to move to, over what was written last
 */
record Windowed(int window, int every, BiConsumer<Moment, double[]> weights) implements WeightRule {
    @Override
    public boolean decide(Moment now, double[] target) {
        if (now.row() % every != 0) {
            return false;
        }
        if (now.row() < window) {
            Mix.equal(now.assets()).into(target);
            return now.row() == 0;
        }
        weights.accept(now, target);
        return true;
    }
}
