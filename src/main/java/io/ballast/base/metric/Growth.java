package io.ballast.base.metric;

import java.util.OptionalDouble;

/** How much a series made, in all and per year. */
public final class Growth {
    /** Days of a mean Gregorian year. */
    private static final double CALENDAR_YEAR = 365.25;

    private Growth() {}

    /** {@code E_n − 1}. */
    public static OptionalDouble total(ReturnSeries returns) {
        return Defined.value(EquityCurve.of(returns).last() - 1);
    }

    /** Compound annual growth rate by periods, {@code E_n^(P/n) − 1}; empty without a period. */
    public static OptionalDouble perYear(ReturnSeries returns, PeriodsPerYear year) {
        return compounded(returns, year.count() / returns.size());
    }

    /**
     * Compound annual growth rate by the calendar, {@code E_n^(365.25/days) − 1}.
     *
     * @param days from the start to the last value
     */
    public static OptionalDouble perCalendarYear(ReturnSeries returns, double days) {
        return compounded(returns, CALENDAR_YEAR / days);
    }

    private static OptionalDouble compounded(ReturnSeries returns, double years) {
        return returns.size() == 0 || !(years > 0)
                ? OptionalDouble.empty()
                : Defined.value(StrictMath.pow(EquityCurve.of(returns).last(), years) - 1);
    }
}
