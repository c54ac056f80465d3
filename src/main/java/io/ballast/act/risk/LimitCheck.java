package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * Verdict of one limit.
 *
 * @param figures what was compared: {@code 12,400.00 USD > 10,000.00 USD}
 * @param usedPercent how much of the limit is used, 100 is all of it, at most 999; 0 where there is no amount
 */
public record LimitCheck(LimitCode code, boolean passed, String figures, int usedPercent) {
    private static final int MOST_PERCENT = 999;
    private static final int WARN_FROM = 80;

    /** Whether it passed with little to spare, where that says something: four fifths of the limit or more are used. */
    public boolean warns() {
        return passed && isNear() && !code.isOfOurOwnMaking();
    }

    /** Whether four fifths of the limit or more are used, or all of it. */
    boolean isNear() {
        return isNear(usedPercent);
    }

    static boolean isNear(int usedPercent) {
        return usedPercent >= WARN_FROM;
    }

    static LimitCheck pass(LimitCode code, String figures) {
        return new LimitCheck(code, true, figures, 0);
    }

    static LimitCheck refuse(LimitCode code, String figures) {
        return new LimitCheck(code, false, figures, 0);
    }

    /** Passes if {@code used} is not above {@code max}. */
    static LimitCheck atMost(LimitCode code, Usd used, Usd max) {
        return atMost(
                code, used.value(), max.value(), dollars -> Usd.of(dollars).toString());
    }

    /** Passes if {@code used} is not above {@code max}; {@code words} writes either with its unit. */
    static LimitCheck atMost(LimitCode code, BigDecimal used, BigDecimal max, Function<BigDecimal, String> words) {
        boolean passed = used.compareTo(max) <= 0;
        String figures = words.apply(used) + (passed ? " ≤ " : " > ") + words.apply(max);
        return new LimitCheck(code, passed, figures, percentUsed(used, max));
    }

    /** The same, but passed if what is asked about buys cash. */
    LimitCheck unlessBought(Question question, Token cash) {
        return passed || !question.buys(cash)
                ? this
                : new LimitCheck(code, true, figures + ", but buys " + cash, usedPercent);
    }

    static int percentUsed(BigDecimal used, BigDecimal max) {
        if (used.signum() <= 0) {
            return 0;
        }
        if (max.signum() <= 0) {
            return MOST_PERCENT;
        }
        return used.movePointRight(2)
                .divide(max, 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(MOST_PERCENT))
                .intValue();
    }

    /** A share as people read it: {@code 12.34%}, rounded up, so that what is above a limit never reads as equal to it. */
    static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.CEILING).toPlainString() + "%";
    }

    /** The same rounded down, for what must not fall below a limit. */
    static String percentDown(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.FLOOR).toPlainString() + "%";
    }

    /** A share in basis points with two decimals: {@code 30.01 bps}, rounded up. */
    static String bps(BigDecimal share) {
        return share.movePointRight(4).setScale(2, RoundingMode.CEILING).toPlainString() + " bps";
    }

    /** For people: {@code NOTIONAL_EXCEEDS_MAX_PER_TRADE: 12,400.00 USD > 10,000.00 USD}. */
    @Override
    public String toString() {
        return code + ": " + figures;
    }
}
