package io.ballast.base.metric;

import java.util.OptionalDouble;

/** What was gained above a threshold over what was lost below it (Keating and Shadwick 2002). */
public final class Omega {
    private Omega() {}

    /**
     * {@code Σ(r − θ)⁺ / Σ(θ − r)⁺}; undefined if no return is below the threshold.
     *
     * @param threshold annual rate
     */
    public static OptionalDouble ratio(ReturnSeries returns, double threshold, PeriodsPerYear year) {
        return GainsAndLosses.of(returns.over(year.perPeriod(threshold))).profitFactor();
    }
}
