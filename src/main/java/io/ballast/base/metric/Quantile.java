package io.ballast.base.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Quantiles of a sample by linear interpolation: type 7 of Hyndman and Fan (1996). */
public final class Quantile {
    private Quantile() {}

    /**
     * The value below which a share of the sample lies; empty for no values.
     *
     * @param share in [0, 1]
     */
    public static OptionalDouble of(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? OptionalDouble.empty() : Defined.value(ofSorted(share, sorted));
    }

    static double ofSorted(double share, double[] sorted) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
