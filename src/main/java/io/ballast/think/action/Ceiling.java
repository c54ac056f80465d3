package io.ballast.think.action;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the limits in force leave for one decision, so that nothing is proposed that the gate would refuse for its size.
 *
 * @param perTrade largest notional of one leg
 * @param together largest notional of all legs
 * @param trades most legs
 */
public record Ceiling(Usd perTrade, Usd together, int trades) {
    /** Where no limits apply: in training. */
    public static final Ceiling NONE =
            new Ceiling(Usd.of(new BigDecimal("1e30")), Usd.of(new BigDecimal("1e30")), Integer.MAX_VALUE);

    /** Largest notional of the next leg; zero if there may be none. */
    Usd next(List<Leg> legs) {
        Usd left = together;
        for (Leg leg : legs) {
            left = left.minus(leg.notional());
        }
        Usd least = left.compareTo(perTrade) < 0 ? left : perTrade;
        return legs.size() < trades ? least.max(Usd.ZERO) : Usd.ZERO;
    }
}
