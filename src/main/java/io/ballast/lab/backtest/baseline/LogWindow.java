package io.ballast.lab.backtest.baseline;

import io.ballast.base.metric.Moments;
import io.ballast.lab.backtest.kernel.Moment;

/**
 * Log returns of every asset over some periods.
 *
 * @param returns by asset and period, oldest first
 * @param moments of each asset
 */
record LogWindow(double[][] returns, Moments[] moments) {

    /**
     * A window.
     *
     * @param back periods between its end and now
     * @param length periods
     */
    static LogWindow of(Moment now, int back, int length) {
        double[][] returns = new double[now.assets()][length];
        Moments[] moments = new Moments[returns.length];
        for (int asset = 0; asset < returns.length; asset++) {
            for (int i = 0; i < length; i++) {
                returns[asset][i] = StrictMath.log(now.relative(asset, back + length - 1 - i));
            }
            moments[asset] = Moments.of(returns[asset]);
        }
        return new LogWindow(returns, moments);
    }

    double mean(int asset) {
        return moments[asset].mean();
    }

    /** Of one period. */
    double deviation(int asset) {
        return moments[asset].deviation().orElse(0);
    }

    /** Of each asset here with each in another window of the same length; 0 where either does not move. */
    double[][] correlations(LogWindow other) {
        double[][] correlations = new double[returns.length][returns.length];
        for (int asset = 0; asset < returns.length; asset++) {
            for (int with = 0; with < returns.length; with++) {
                correlations[asset][with] = correlation(asset, other, with);
            }
        }
        return correlations;
    }

    private double correlation(int asset, LogWindow other, int with) {
        double spread = moments[asset].second() * other.moments[with].second();
        if (spread == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < returns[asset].length; i++) {
            sum += (returns[asset][i] - mean(asset)) * (other.returns[with][i] - other.mean(with));
        }
        return sum / returns[asset].length / Math.sqrt(spread);
    }
}
