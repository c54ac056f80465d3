package io.ballast.think.portfolio;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;

/**
 * Fall of the net asset value below the highest one seen.
 *
 * @param highWaterMark highest NAV seen; zero or less before the first
 */
public record Drawdown(Usd highWaterMark) {
    /** Raises the mark if {@code nav} is above it. */
    public Drawdown after(Usd nav) {
        return new Drawdown(highWaterMark.max(nav));
    }

    /** Share of the mark that {@code nav} lies below it, at scale 12; zero at or above the mark. At most 1 unless NAV is negative. */
    public BigDecimal at(Usd nav) {
        return highWaterMark.isPositive() && nav.compareTo(highWaterMark) < 0
                ? highWaterMark.minus(nav).over(highWaterMark)
                : BigDecimal.ZERO.setScale(12);
    }
}
