package io.ballast.base.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What the worst periods cost, as returns: negative is a loss. */
public final class TailRisk {
    private static final double TAIL = 0.05;

    private TailRisk() {}

    /** Value at risk at 95 %, historical: the 5 % quantile of the returns. */
    public static OptionalDouble valueAtRisk(ReturnSeries returns) {
        return Quantile.of(TAIL, returns.toArray());
    }

    /** Expected shortfall at 95 %: mean of the {@code ⌊(n − 1)·5 %⌋ + 1} worst returns (Rockafellar and Uryasev 2000). */
    public static OptionalDouble expectedShortfall(ReturnSeries returns) {
        double[] sorted = returns.toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(sorted);
        int worst = (int) ((sorted.length - 1) * TAIL) + 1;
        return Defined.value(CompensatedSum.mean(Arrays.copyOf(sorted, worst)));
    }

    /** Value at risk at 95 % of a normal distribution with the sample's mean and deviation: {@code μ + σ·Φ⁻¹(0.05)}. */
    public static OptionalDouble gaussianValueAtRisk(ReturnSeries returns) {
        Moments moments = returns.moments();
        return moments.deviation().isPresent()
                ? Defined.value(moments.mean() + moments.deviation().getAsDouble() * Gaussian.quantile(TAIL))
                : OptionalDouble.empty();
    }

    /** {@code │q95│ / │q05│}. */
    public static OptionalDouble tailRatio(ReturnSeries returns) {
        double[] values = returns.toArray();
        OptionalDouble best = Quantile.of(1 - TAIL, values);
        OptionalDouble worst = Quantile.of(TAIL, values);
        return best.isPresent() && worst.isPresent()
                ? Defined.ratio(Math.abs(best.getAsDouble()), Math.abs(worst.getAsDouble()))
                : OptionalDouble.empty();
    }
}
