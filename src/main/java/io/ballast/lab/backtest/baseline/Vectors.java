package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import java.util.Arrays;

/** Small vectors, one element for each asset. */
final class Vectors {
    private Vectors() {}

    /** What one unit of each asset became in a period. */
    static double[] relatives(Moment now, int back) {
        double[] relatives = new double[now.assets()];
        Arrays.setAll(relatives, asset -> now.relative(asset, back));
        return relatives;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Each less their mean. */
    static double[] centred(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    /** {@code to += factor·by}. */
    static void add(double[] to, double factor, double[] by) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * by[i];
        }
    }
}
