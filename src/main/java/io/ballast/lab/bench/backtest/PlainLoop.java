package io.ballast.lab.bench.backtest;

/**
 * The two workloads as one would write them by hand for nothing else: no strategy, no checks, no record of what was done. What a machine
 * can do at most.
 */
final class PlainLoop {
    private PlainLoop() {}

    /**
     * All in the asset while the mean of its last {@code fast} closes is above that of its last {@code slow}, else in cash.
     *
     * @param closes in whole units of anything
     * @param rate of the notional, paid in cash a side
     * @param equity takes the equity after each row, one at the start
     */
    static void crossing(long[] closes, int fast, int slow, double rate, double[] equity) {
        long fastSum = 0;
        long slowSum = 0;
        double cash = 1;
        double held = 0;
        for (int row = 0; row < closes.length; row++) {
            long close = closes[row];
            fastSum += row < fast ? close : close - closes[row - fast];
            slowSum += row < slow ? close : close - closes[row - slow];
            boolean above = row >= slow - 1 && fastSum * slow > slowSum * fast;
            if (above && held == 0) {
                held = cash / (close * (1 + rate));
                cash = 0;
            } else if (!above && held != 0) {
                cash = held * close * (1 - rate);
                held = 0;
            }
            equity[row] = cash + held * close;
        }
    }

    /**
     * Equal weights at every row; the cost is taken from the equity before.
     *
     * @param closes by asset and row
     * @param rate of {@code Σ│value − target│}
     * @param equity takes the equity after each row, one at the start, when all is invested already
     */
    static void rebalancing(long[][] closes, double rate, double[] equity) {
        double[] quantities = new double[closes.length];
        double share = 1.0 / closes.length;
        for (int row = 0; row < equity.length; row++) {
            double value = 0;
            for (int asset = 0; asset < quantities.length; asset++) {
                value += quantities[asset] * closes[asset][row];
            }
            double traded = 0;
            for (int asset = 0; asset < quantities.length; asset++) {
                traded += Math.abs(quantities[asset] * closes[asset][row] - value * share);
            }
            double left = row == 0 ? 1 : value - rate * traded;
            for (int asset = 0; asset < quantities.length; asset++) {
                quantities[asset] = left * share / closes[asset][row];
            }
            equity[row] = left;
        }
    }
}
