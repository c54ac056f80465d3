package io.ballast.app.cli.screen;

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

    /** Whether the agent itself sets what is compared, right up to the limit, so that being near says nothing. */
    public static boolean isOfOurOwnMaking(String code) {
        return code.startsWith("SLIPPAGE_") || code.startsWith("DEADLINE_");
    }
}
