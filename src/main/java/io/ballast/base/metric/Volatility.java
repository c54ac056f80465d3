package io.ballast.base.metric;

import java.util.OptionalDouble;

/** Standard deviation of returns per year. */
public final class Volatility {
    private Volatility() {}

    /** {@code σ√P}, {@code σ} with {@code n − 1}; empty for less than two returns. */
    public static OptionalDouble annual(ReturnSeries returns, PeriodsPerYear year) {
        return Defined.times(returns.moments().deviation(), year.root());
    }
}
