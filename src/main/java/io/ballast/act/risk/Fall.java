package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.portfolio.Drawdown;
import java.math.BigDecimal;

/**
 * How far the account fell, by each of its two values. The larger one refuses purchases at once, because it may be the true
 * one; a halt needs both, because one moved pool or one bad feed must not be able to cause it.
 *
 * @param nav share lost at feed prices, not negative
 * @param exit share lost of the exit value, not negative
 */
record Fall(BigDecimal nav, BigDecimal exit) {
    static Fall below(Usd navBefore, Usd exitBefore, Worth now) {
        return new Fall(new Drawdown(navBefore).at(now.nav()), new Drawdown(exitBefore).at(now.exit()));
    }

    /**
     * Whether by either value less than half of a limit is lost, which is neither near it nor beyond: no share has to be worked
     * out then. Floating point errs by far less than a half.
     */
    static boolean isSlight(Usd navBefore, Usd exitBefore, Worth now, Bps max) {
        return isSlight(navBefore, now.nav(), max) && isSlight(exitBefore, now.exit(), max);
    }

    private static boolean isSlight(Usd before, Usd now, Bps max) {
        double from = before.value().doubleValue();
        double limit = from * max.value() / Bps.WHOLE.value();
        return from <= 0 || 2 * (from - now.value().doubleValue()) < limit;
    }

    /** By the source that says more. */
    BigDecimal worse() {
        return nav.max(exit);
    }

    /** What both sources say. */
    BigDecimal agreed() {
        return nav.min(exit);
    }

    /** Whether the worse one is near a limit, as {@link #check} would have it. */
    boolean isNear(Bps max) {
        return LimitCheck.isNear(LimitCheck.percentUsed(worse(), max.fraction()));
    }

    /** A check of the worse one, in words that name both. */
    LimitCheck check(LimitCode code, Bps max, boolean reachedIsEnough) {
        boolean passed = !beyond(worse(), max, reachedIsEnough);
        String sign = passed ? (reachedIsEnough ? " < " : " ≤ ") : (reachedIsEnough ? " ≥ " : " > ");
        String figures = LimitCheck.percent(worse()) + sign + LimitCheck.percent(max.fraction());
        return new LimitCheck(code, passed, figures + sources(), LimitCheck.percentUsed(worse(), max.fraction()));
    }

    private String sources() {
        return " (feeds " + LimitCheck.percent(nav) + ", exit " + LimitCheck.percent(exit) + ")";
    }

    /** Whether a fall is beyond a limit; a fall of nothing never is where reaching it would be enough. */
    static boolean beyond(BigDecimal fall, Bps max, boolean reachedIsEnough) {
        int compared = fall.compareTo(max.fraction());
        return compared > 0 || (reachedIsEnough && compared == 0 && fall.signum() > 0);
    }
}
