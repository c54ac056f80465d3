package io.ballast.lab.backtest.kernel;

import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.units.Hash32;

/**
 * One run of the kernel. Equal inputs give equal results, bit for bit.
 *
 * @param equity after the trade of each row, in units of the start
 * @param rebalances rows with a trade, the first included
 * @param turnover purchases and sales over the equity before each, summed
 * @param costs paid in all, in units of the equity at the start
 * @param hash of the strategy, the cost, the equity of every row, turnover and costs
 */
public record KernelResult(double[] equity, int rebalances, double turnover, double costs, Hash32 hash) {
    /** How a result says that it did not come from the full decision cycle. */
    public static final String ENGINE = "columnar kernel, proportional cost, no exchange simulated";

    public double last() {
        return equity[equity.length - 1];
    }

    /** Returns from row to row; the cost of the first trade is not in them. */
    public ReturnSeries returns() {
        return ReturnSeries.ofEquity(equity);
    }
}
