package io.ballast.base.metric;

import java.util.OptionalDouble;

/** Deviation below a least acceptable return, over all periods and not only the losing ones (Sortino and van der Meer 1991). */
public final class Downside {
    private Downside() {}

    /**
     * {@code √mean(min(r − MAR, 0)²)·√P}.
     *
     * @param acceptable least acceptable annual return, such as 0
     */
    public static OptionalDouble deviation(ReturnSeries returns, double acceptable, PeriodsPerYear year) {
        return Defined.value(perPeriod(returns.over(year.perPeriod(acceptable))) * year.root());
    }

    /** Sortino ratio, {@code mean(r − MAR) / √mean(min(r − MAR, 0)²) · √P}; undefined if no return is below. */
    public static OptionalDouble sortino(ReturnSeries returns, double acceptable, PeriodsPerYear year) {
        double[] excess = returns.over(year.perPeriod(acceptable));
        return Defined.ratio(CompensatedSum.mean(excess) * year.root(), perPeriod(excess));
    }

    private static double perPeriod(double[] excess) {
        CompensatedSum squares = new CompensatedSum();
        for (double value : excess) {
            double below = Math.min(value, 0);
            squares.add(below * below);
        }
        return StrictMath.sqrt(squares.value() / excess.length);
    }
}
