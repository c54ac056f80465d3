package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.WeightRule;

/**
 * A rule of the literature on online portfolio selection: begins with equal weights, learns after each period, and moves all the way
 * at every row.
 */
abstract class Learner implements WeightRule {
    private final int firstDay;

    /** What it holds by its own decision, before prices moved. */
    protected final double[] weights;

    /** @param firstDay the first period, counted from 1, for which it may hold other weights than equal ones */
    Learner(int assets, int firstDay) {
        this.weights = Simplex.uniform(assets);
        this.firstDay = firstDay;
    }

    /** Sets the weights for the next period. */
    abstract void learn(Moment now);

    @Override
    public final boolean decide(Moment now, double[] target) {
        if (now.row() > 0 && now.row() + 1 >= firstDay) {
            learn(now);
        }
        System.arraycopy(weights, 0, target, 0, target.length);
        return true;
    }
}
