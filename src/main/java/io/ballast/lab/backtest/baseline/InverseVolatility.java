package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * Weights in proportion to {@code 1/σ}, where {@code σ} is the sample standard deviation of log returns, not below 10⁻⁶; equal weights until
 * the window is full.
 *
 * @param window periods, at least 2
 * @param every rows between trades, at least 1
 */
public record InverseVolatility(int window, int every) implements WeightStrategy {
    private static final double SMALLEST = 1e-6;

    public InverseVolatility {
        if (window < 2 || every < 1) {
            throw new IllegalArgumentException("no volatility over " + window + " periods every " + every + " rows");
        }
    }

    @Override
    public String name() {
        return "inverse-volatility";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Windowed(window, every, this::weigh);
    }

    private void weigh(Moment now, double[] target) {
        LogWindow returns = LogWindow.of(now, 0, window);
        for (int asset = 0; asset < target.length; asset++) {
            target[asset] = 1 / Math.max(SMALLEST, returns.deviation(asset));
        }
        Simplex.normalise(target);
    }
}
