package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * Back to the same weights every so many rows: a constantly rebalanced portfolio when at each.
 *
 * @param every number of rows, at least 1
 */
public record Periodic(String name, Mix mix, int every) implements WeightStrategy {
    public Periodic {
        if (every < 1) {
            throw new IllegalArgumentException("cannot rebalance every " + every + " rows");
        }
    }

    /** By the calendar. */
    public static Periodic of(Mix mix, int every) {
        return new Periodic("calendar", mix, every);
    }

    /** The same share of each asset, restored at every row. */
    public static Periodic uniform(int assets) {
        return new Periodic("equal-weight", Mix.equal(assets), 1);
    }

    @Override
    public WeightRule start(PriceTable table) {
        double[] weights = mix.toArray();
        return (now, target) -> {
            System.arraycopy(weights, 0, target, 0, target.length);
            return now.row() % every == 0;
        };
    }
}
