package io.ballast.base.metric;

import java.util.OptionalDouble;

/**
 * Returns beyond a benchmark's.
 *
 * @param moments of {@code r − b}
 */
public record ActiveReturn(Moments moments) {

    /** @throws IllegalArgumentException if the lengths differ */
    public static ActiveReturn of(ReturnSeries returns, ReturnSeries benchmark) {
        return new ActiveReturn(Moments.of(returns.over(benchmark)));
    }

    /** Information ratio of a period, {@code mean(r − b) / σ(r − b)}; undefined if the difference never changes. */
    public OptionalDouble informationRatio() {
        return SharpeRatio.perPeriod(moments);
    }

    /** The same times {@code √P}. */
    public OptionalDouble informationRatio(PeriodsPerYear year) {
        return Defined.times(informationRatio(), year.root());
    }

    /** Tracking error, {@code σ(r − b)·√P}. */
    public OptionalDouble trackingError(PeriodsPerYear year) {
        return Defined.times(moments.deviation(), year.root());
    }
}
