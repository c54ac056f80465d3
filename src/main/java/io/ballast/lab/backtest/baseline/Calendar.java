package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * Back to the same weights every so many rows: a constantly rebalanced portfolio when at each.
 *
 * @param every number of rows, at least 1
 */
public record Calendar(Mix mix, int every) implements WeightStrategy {
    public Calendar {
        if (every < 1) {
            throw new IllegalArgumentException("cannot rebalance every " + every + " rows");
        }
    }

    /** The same share of each asset, restored at every row. */
    public static Calendar uniform(int assets) {
        return new Calendar(Mix.equal(assets), 1);
    }

    @Override
    public String name() {
        return every == 1 ? "crp" : "calendar-" + every;
    }

    @Override
    public WeightRule start(PriceTable table) {
        return (now, target) -> {
            mix.into(target);
            return now.row() % every == 0;
        };
    }
}
