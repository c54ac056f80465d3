package io.ballast.lab.backtest.kernel;

import java.util.Arrays;

/** Weights as exact fractions of 1. Not safe for use by several threads. */
final class Target {
    /** Weights in floating point may miss 1 by this much. */
    private static final long SLACK = Fixed.of(1e-9);

    private final double[] given;
    private final long[] weights;
    private int largest;
    private boolean full;

    Target(int assets) {
        given = new double[assets];
        weights = new long[assets];
    }

    /**
     * Rounds weights; what they miss 1 by through rounding goes to the largest. Those of the last time cost nothing.
     *
     * @throws IllegalArgumentException if one is negative or not a number, or they sum to more than 1
     */
    void set(double[] shares) {
        if (!Arrays.equals(shares, given)) {
            round(shares);
            System.arraycopy(shares, 0, given, 0, given.length);
        }
    }

    private void round(double[] shares) {
        long left = Fixed.ONE;
        largest = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Fixed.of(shares[i]);
            left -= weights[i];
            largest = weights[i] > weights[largest] ? i : largest;
        }
        if (left < -SLACK) {
            throw new IllegalArgumentException("weights sum to more than 1 by " + Fixed.value(-left));
        }
        full = left <= SLACK;
        if (full) {
            weights[largest] += left;
        }
    }

    long weight(int asset) {
        return weights[asset];
    }

    /** The asset that takes what rounding leaves. */
    int largest() {
        return largest;
    }

    /** Whether nothing is to stay in cash. */
    boolean full() {
        return full;
    }
}
