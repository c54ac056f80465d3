package io.ballast.base.metric;

import java.util.OptionalDouble;

/**
 * How long and how deep a curve lay below its peak, over all its periods.
 *
 * @param longest most consecutive periods that ended below the peak
 * @param ulcer Ulcer index {@code √mean(DD²)}, with {@code n} (Martin 1987)
 * @param ulcerOfSample the same with {@code n − 1}
 * @param pain pain index {@code mean(│DD│)}
 */
public record Underwater(int longest, OptionalDouble ulcer, OptionalDouble ulcerOfSample, OptionalDouble pain) {

    public static Underwater of(EquityCurve curve) {
        double[] falls = curve.underwater();
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum depths = new CompensatedSum();
        int longest = 0;
        int lasting = 0;
        for (double fall : falls) {
            squares.add(fall * fall);
            depths.add(-fall);
            lasting = fall < 0 ? lasting + 1 : 0;
            longest = Math.max(longest, lasting);
        }
        int periods = curve.periods();
        return new Underwater(
                longest,
                Defined.value(StrictMath.sqrt(squares.value() / periods)),
                Defined.value(StrictMath.sqrt(squares.value() / (periods - 1))),
                Defined.value(depths.value() / periods));
    }

    /** Martin ratio: annual growth over the Ulcer index; undefined without a fall. */
    public OptionalDouble martin(OptionalDouble growthPerYear) {
        return Defined.ratio(growthPerYear, ulcer);
    }
}
