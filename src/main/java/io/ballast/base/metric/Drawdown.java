package io.ballast.base.metric;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The deepest fall below an earlier peak; indices are those of the equity curve, where 0 is the start.
 *
 * @param depth zero or negative, −1 for a total loss
 * @param peak last index of the highest value before the fall
 * @param trough index of the lowest value; the first, if several are as low
 * @param recovery first index after it at or above the peak; empty if there is none yet
 */
public record Drawdown(double depth, int peak, int trough, OptionalInt recovery) {

    /** Of no fall at all: depth 0 at the start. */
    public static Drawdown deepest(EquityCurve curve) {
        double[] falls = curve.underwater();
        int trough = 0;
        for (int t = 1; t < falls.length; t++) {
            trough = falls[t] < falls[trough] ? t : trough;
        }
        if (trough == 0) {
            return new Drawdown(0, 0, 0, OptionalInt.empty());
        }
        int peak = trough;
        while (falls[peak] < 0) {
            peak--;
        }
        return new Drawdown(falls[trough], peak, trough, recovery(falls, trough));
    }

    private static OptionalInt recovery(double[] falls, int trough) {
        for (int t = trough + 1; t < falls.length; t++) {
            if (falls[t] >= 0) {
                return OptionalInt.of(t);
            }
        }
        return OptionalInt.empty();
    }

    /** Calmar ratio: annual growth over depth; undefined without a fall. */
    public OptionalDouble calmar(OptionalDouble growthPerYear) {
        return Defined.ratio(growthPerYear, OptionalDouble.of(-depth));
    }
}
