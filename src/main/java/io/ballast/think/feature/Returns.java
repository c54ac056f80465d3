package io.ballast.think.feature;

import java.util.Arrays;

/** Log returns of a window's closes. */
final class Returns {

    private Returns() {}

    /** The last {@code bars} log returns per bar of a token, oldest first. */
    static double[] log(PriceWindow window, int token, int bars) {
        double[] returns = new double[bars];
        for (int i = 0; i < bars; i++) {
            int back = bars - 1 - i;
            returns[i] = StrictMath.log(window.close(token, back) / window.close(token, back + 1));
        }
        return returns;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Population standard deviation. */
    static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
    }
}
