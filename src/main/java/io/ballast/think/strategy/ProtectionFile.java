package io.ballast.think.strategy;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Spelled;
import io.ballast.base.units.Bps;
import java.time.Duration;
import java.util.Optional;

/** A rule that stops purchases for a while. What buys cash is never stopped. */
public record ProtectionFile(
        @Key(value = "Which rule.", required = true) Method method,

        @Key(value = "How long it stops trading, up to 30d.", required = true)
        Duration stopDuration,

        @Key(value = "How far back it looks; not for CooldownPeriod.", defaultsTo = "12h")
        Duration lookbackPeriod,

        @Key(value = "Swaps that must be there until it counts; not for CooldownPeriod.", defaultsTo = "2", min = 1)
        int tradeLimit,

        @Key("StoplossGuard: loss of a swap by now from which it counts.")
        Optional<Bps> stopLoss,

        @Key("LowProfitPairs: least result of a pair's swaps, together.")
        Optional<Bps> requiredProfit,

        @Key("MaxDrawdown: fall of NAV that is allowed.") Optional<Bps> maxAllowedDrawdown)
        implements Checked {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration DAY = Duration.ofDays(1);

    /** Rules by the names of freqtrade. */
    public enum Method {
        /** A pause after every trade. */
        @Spelled("CooldownPeriod")
        COOLDOWN_PERIOD,
        /** A pause after several swaps that lost too much. */
        @Spelled("StoplossGuard")
        STOPLOSS_GUARD,
        /** A pause after a fall of NAV. */
        @Spelled("MaxDrawdown")
        MAX_DRAWDOWN,
        /** A pause for a pair whose swaps brought too little. */
        @Spelled("LowProfitPairs")
        LOW_PROFIT_PAIRS
    }

    /** How far back it looks. */
    public Duration lookback() {
        return lookbackPeriod;
    }

    /** The number that it compares with; empty for a cooldown. */
    public Optional<Bps> level() {
        return switch (method) {
            case COOLDOWN_PERIOD -> Optional.empty();
            case STOPLOSS_GUARD -> stopLoss;
            case MAX_DRAWDOWN -> maxAllowedDrawdown;
            case LOW_PROFIT_PAIRS -> Optional.of(requiredProfit.orElse(Bps.ZERO));
        };
    }

    @Override
    public void check(Check check) {
        if (stopDuration.compareTo(LONGEST) > 0) {
            check.problem("stop_duration", "is more than 30d");
        }
        if (!check.clean("method")) {
            return;
        }
        require(check, Method.STOPLOSS_GUARD, "stop_loss", stopLoss);
        require(check, Method.MAX_DRAWDOWN, "max_allowed_drawdown", maxAllowedDrawdown);
        refuseStrange(check, Method.LOW_PROFIT_PAIRS, "required_profit", requiredProfit);
        checkTimes(check);
    }

    private void require(Check check, Method owner, String key, Optional<Bps> value) {
        if (method == owner && value.isEmpty() && check.clean(key)) {
            check.problem(key, "missing, this protection compares with it");
        }
        refuseStrange(check, owner, key, value);
    }

    private void refuseStrange(Check check, Method owner, String key, Optional<Bps> value) {
        if (method != owner && value.isPresent()) {
            check.problem(key, "means nothing to this protection");
        }
    }

    private void checkTimes(Check check) {
        Duration remembered = method == Method.MAX_DRAWDOWN ? DAY : FORTNIGHT;
        if (method != Method.COOLDOWN_PERIOD
                && stopDuration.plus(lookbackPeriod).compareTo(remembered) > 0
                && check.clean("lookback_period")) {
            check.problem(
                    "lookback_period",
                    "with stop_duration it is more than " + remembered.toDays()
                            + "d, for which is remembered what it needs");
        }
    }
}
