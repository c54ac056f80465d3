package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/** Holds the asset that will have risen most. Knows the future. */
public record BestAsset() implements WeightStrategy {
    @Override
    public String name() {
        return "best";
    }

    @Override
    public boolean clairvoyant() {
        return true;
    }

    @Override
    public WeightRule start(PriceTable table) {
        int best = 0;
        for (int asset = 1; asset < table.assets(); asset++) {
            best = logGrowth(table, asset) > logGrowth(table, best) ? asset : best;
        }
        double[] all = new double[table.assets()];
        all[best] = 1;
        return new Hold(name(), Mix.of(all)).start(table);
    }

    private static double logGrowth(PriceTable table, int asset) {
        double sum = 0;
        for (int row = 1; row < table.rows(); row++) {
            sum += StrictMath.log(table.relative(asset, row));
        }
        return sum;
    }
}
