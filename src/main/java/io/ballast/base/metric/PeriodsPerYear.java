package io.ballast.base.metric;

import java.time.Duration;

/**
 * How many periods of a series make a year; markets that never close have years of 365 days.
 *
 * @param count positive and finite, such as 365 for days
 */
public record PeriodsPerYear(double count) {
    private static final Duration YEAR = Duration.ofDays(365);

    public PeriodsPerYear {
        if (!(count > 0 && Double.isFinite(count))) {
            throw new IllegalArgumentException("periods of a year must be positive, were " + count);
        }
    }

    /** Bars of some length in 365 days. */
    public static PeriodsPerYear of(Duration bar) {
        return new PeriodsPerYear((double) YEAR.toMillis() / bar.toMillis());
    }

    /**
     * The rate of a period that compounds to an annual rate: {@code (1 + annual)^(1/P) − 1}.
     *
     * @param annual above −1
     */
    public double perPeriod(double annual) {
        return StrictMath.expm1(StrictMath.log1p(annual) / count);
    }

    /** {@code √P}, by which ratios of independent returns grow with time. */
    double root() {
        return StrictMath.sqrt(count);
    }
}
