package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/** BCRP: the constantly rebalanced portfolio that will have grown most (Cover 1991). Knows the future. */
public record BestMix() implements WeightStrategy {
    @Override
    public String name() {
        return "bcrp";
    }

    @Override
    public boolean clairvoyant() {
        return true;
    }

    @Override
    public WeightRule start(PriceTable table) {
        return Periodic.of(Mix.of(new LogOptimum(table).weights()), 1).start(table);
    }
}
