package io.ballast.base.metric;

import java.util.OptionalDouble;

/** How straight the logarithm of equity runs. */
public final class Stability {
    private Stability() {}

    /**
     * {@code R²} of the line through {@code ln E_t} over {@code t = 1 … n}; undefined for less than three periods, after a
     * total loss, and for returns that never differ.
     */
    public static OptionalDouble of(ReturnSeries returns) {
        int n = returns.size();
        if (n < 3 || returns.moments().second() == 0) {
            return OptionalDouble.empty();
        }
        double[] logs = logs(returns);
        double mean = CompensatedSum.mean(logs);
        double middle = (n - 1) / 2.0;
        CompensatedSum products = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (int t = 0; t < n; t++) {
            products.add((t - middle) * (logs[t] - mean));
            squares.add((logs[t] - mean) * (logs[t] - mean));
        }
        double times = n * ((double) n * n - 1) / 12;
        return Defined.ratio(products.value() * products.value(), times * squares.value());
    }

    private static double[] logs(ReturnSeries returns) {
        double[] logs = new double[returns.size()];
        CompensatedSum sum = new CompensatedSum();
        for (int t = 0; t < logs.length; t++) {
            sum.add(StrictMath.log1p(returns.at(t)));
            logs[t] = sum.value();
        }
        return logs;
    }
}
