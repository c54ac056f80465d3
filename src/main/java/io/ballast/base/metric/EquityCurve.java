package io.ballast.base.metric;

/**
 * What one unit grew to: index 0 is the start, index t the value after t periods. Immutable.
 */
public final class EquityCurve {
    private final double[] values;

    private EquityCurve(double[] values) {
        this.values = values;
    }

    public static EquityCurve of(ReturnSeries returns) {
        double[] values = new double[returns.size() + 1];
        values[0] = 1;
        for (int t = 0; t < returns.size(); t++) {
            values[t + 1] = values[t] * (1 + returns.at(t));
        }
        return new EquityCurve(values);
    }

    public int periods() {
        return values.length - 1;
    }

    public double at(int index) {
        return values[index];
    }

    public double last() {
        return values[values.length - 1];
    }

    /** Fall below the highest value so far, start included: zero or negative, −1 for a total loss; as long as the curve. */
    public double[] underwater() {
        double[] falls = new double[values.length];
        double peak = values[0];
        for (int t = 0; t < values.length; t++) {
            peak = Math.max(peak, values[t]);
            falls[t] = values[t] / peak - 1;
        }
        return falls;
    }
}
