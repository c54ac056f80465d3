package io.ballast.think.portfolio;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Units of a portfolio, as a fund counts them: money that comes in issues units and money that goes out redeems them, both at the
 * value of one unit just before. The value of one unit therefore tells gain and loss alone. One unit is outstanding until money
 * first moves, so that until then a unit is worth the whole portfolio.
 *
 * @param units outstanding, at scale 18, never negative
 * @param last value of one unit when units were last issued or redeemed; zero before
 */
public record UnitAccount(BigDecimal units, Usd last) {
    private static final int SCALE = 18;
    private static final MathContext PRECISE = new MathContext(60, RoundingMode.HALF_EVEN);

    /** Before money first moves. */
    public static final UnitAccount ONE = new UnitAccount(BigDecimal.ONE.setScale(SCALE), Usd.ZERO);

    public UnitAccount {
        if (units.signum() < 0 || units.scale() != SCALE) {
            throw new IllegalArgumentException("units must not be negative and have scale 18, were " + units);
        }
    }

    /** Value of one unit; of an empty portfolio what it was when the last unit was redeemed. */
    public Usd perUnit(Usd nav) {
        if (units.signum() == 0) {
            return last;
        }
        return units.compareTo(BigDecimal.ONE) == 0 ? nav : Usd.of(nav.value().divide(units, PRECISE));
    }

    /**
     * After money came or went.
     *
     * @param before net asset value without it
     * @param flow what came; negative for what went
     */
    public UnitAccount after(Usd before, Usd flow) {
        if (flow.value().signum() == 0) {
            return this;
        }
        Usd price = perUnit(before);
        if (!before.isPositive()) {
            return founded(flow);
        }
        Usd left = before.plus(flow);
        BigDecimal remaining = left.isPositive()
                ? units.multiply(left.value()).divide(before.value(), PRECISE).setScale(SCALE, RoundingMode.HALF_EVEN)
                : BigDecimal.ZERO.setScale(SCALE);
        return new UnitAccount(remaining, price);
    }

    /** Money comes into an empty portfolio: at the value its last unit had, if it ever had units. */
    private UnitAccount founded(Usd flow) {
        if (!flow.isPositive() || !last.isPositive()) {
            return this;
        }
        return new UnitAccount(
                flow.value().divide(last.value(), PRECISE).setScale(SCALE, RoundingMode.HALF_EVEN), last);
    }
}
