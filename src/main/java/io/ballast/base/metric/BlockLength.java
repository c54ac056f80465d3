package io.ballast.base.metric;

/**
 * The mean length of blocks for which the stationary bootstrap of a mean errs least (Politis and White 2004, with the correction
 * of Patton, Politis and White 2009).
 */
public final class BlockLength {
    private BlockLength() {}

    /** At least 1, at most {@code min(3√n, n/3)}; 1 for a series that shows no dependence or is too short to tell. */
    public static double of(double... values) {
        int n = values.length;
        double most = Math.min(3 * StrictMath.sqrt(n), n / 3.0);
        if (most <= 1 || Moments.of(values).second() == 0) {
            return 1;
        }
        int bandwidth = Math.min(2 * dependence(values), n - 1);
        double spectrum = autocovariance(values, 0);
        double slope = 0;
        for (int lag = 1; lag <= bandwidth; lag++) {
            double weighed = 2 * flatTop((double) lag / bandwidth) * autocovariance(values, lag);
            spectrum += weighed;
            slope += weighed * lag;
        }
        double length = StrictMath.cbrt(slope * slope / (spectrum * spectrum) * n);
        return Double.isFinite(length) ? Math.max(1, Math.min(length, most)) : 1;
    }

    /** The last lag that matters: after it a run of correlations is insignificant. */
    private static int dependence(double[] values) {
        int n = values.length;
        int run = Math.max(5, (int) Math.ceil(StrictMath.sqrt(StrictMath.log10(n))));
        int last = Math.min(n - 1, (int) Math.ceil(StrictMath.sqrt(n)) + run);
        double significant = 2 * StrictMath.sqrt(StrictMath.log10(n) / n) * autocovariance(values, 0);
        int small = 0;
        for (int lag = 1; lag <= last; lag++) {
            small = Math.abs(autocovariance(values, lag)) < significant ? small + 1 : 0;
            if (small == run) {
                return Math.max(1, lag - run);
            }
        }
        return last;
    }

    private static double flatTop(double share) {
        return share <= 0.5 ? 1 : 2 * (1 - share);
    }

    private static double autocovariance(double[] values, int lag) {
        double mean = CompensatedSum.mean(values);
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length;
    }
}
