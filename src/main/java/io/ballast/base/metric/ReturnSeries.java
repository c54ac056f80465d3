package io.ballast.base.metric;

import java.util.Arrays;

/**
 * Simple returns of consecutive periods of equal length, oldest first: {@code r = value after / value before − 1}. Immutable.
 */
public final class ReturnSeries {
    private final double[] returns;

    private ReturnSeries(double[] returns) {
        this.returns = returns;
    }

    /**
     * @param returns each finite and not below −1, which is a total loss
     * @throws IllegalArgumentException naming the first that is not
     */
    public static ReturnSeries of(double... returns) {
        for (int i = 0; i < returns.length; i++) {
            if (!(returns[i] >= -1 && Double.isFinite(returns[i]))) {
                throw new IllegalArgumentException("return " + i + " is no return: " + returns[i]);
            }
        }
        return new ReturnSeries(returns.clone());
    }

    /**
     * Returns between values of a portfolio; after a total loss they are zero.
     *
     * @param equity at least one value, the first positive, none negative, nothing after zero but zero
     * @throws IllegalArgumentException if it is something else
     */
    public static ReturnSeries ofEquity(double... equity) {
        if (equity.length == 0 || !(equity[0] > 0)) {
            throw new IllegalArgumentException("a series of equity starts with a positive value");
        }
        double[] returns = new double[equity.length - 1];
        for (int i = 0; i < returns.length; i++) {
            if (equity[i] == 0 && equity[i + 1] != 0) {
                throw new IllegalArgumentException("equity " + (i + 1) + " rose from nothing");
            }
            returns[i] = equity[i] == 0 ? 0 : equity[i + 1] / equity[i] - 1;
        }
        return of(returns);
    }

    public int size() {
        return returns.length;
    }

    public double at(int period) {
        return returns[period];
    }

    /** A copy. */
    public double[] toArray() {
        return returns.clone();
    }

    /** The periods from {@code from} up to, not including, {@code to}. */
    public ReturnSeries between(int from, int to) {
        return new ReturnSeries(Arrays.copyOfRange(returns, from, to));
    }

    /** Each return less a rate per period. */
    public double[] over(double rate) {
        return Arrays.stream(returns).map(r -> r - rate).toArray();
    }

    /**
     * Each return less that of a benchmark in the same period.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public double[] over(ReturnSeries benchmark) {
        if (benchmark.size() != size()) {
            throw new IllegalArgumentException("series of " + size() + " and " + benchmark.size() + " periods");
        }
        double[] active = new double[size()];
        Arrays.setAll(active, i -> returns[i] - benchmark.returns[i]);
        return active;
    }

    public Moments moments() {
        return Moments.of(returns);
    }
}
