package io.ballast.app.cli.screen;

import io.ballast.act.risk.LimitCode;
import java.util.Locale;

/** What each limit is called on a screen: {@code NOTIONAL_EXCEEDS_MAX_PER_DAY} is {@code notional per day}. */
public final class LimitWords {
    private LimitWords() {}

    /** @param code name of a {@link io.ballast.act.risk.LimitCode} */
    public static String of(String code) {
        return code.replaceFirst("_(EXCEEDS?_MAX|NOT_ALLOWED|NOT_OWNER|TOO_LOW|ACTIVE|HALTED|REDUCING)", "")
                .replaceFirst("_STALE$", "_AGE")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    /** @param code name of a {@link LimitCode}; says whether being near it says anything */
    public static boolean isOfOurOwnMaking(String code) {
        return LimitCode.valueOf(code).isOfOurOwnMaking();
    }
}
