package io.ballast.agent;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Key.Effect;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.strategy.ExecutionFile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the agent may do. What is left out comes from the preset. */
public record LimitsFile(
        @Key(value = "Limits scaled to capital.max.", defaultsTo = "conservative")
        LimitPreset preset,

        @Key("Most for one swap.") Optional<Usd> maxNotionalPerTrade,
        @Key("Most within 24 hours.") Optional<Usd> maxNotionalPerDay,

        @Key("Most turnover within 24 hours, of what is invested.")
        Optional<Bps> maxTurnoverPerDay,

        @Key("Most that a swap may move its own price.") Optional<Bps> maxPriceImpact,

        @Key("Least amount accepted may lie this far below the quote, at most 5%.")
        Optional<Bps> maxSlippage,

        @Key("Most swaps within an hour.") Optional<Integer> maxTradesPerHour,
        @Key("Most swaps within 24 hours.") Optional<Integer> maxTradesPerDay,

        @Key("Fall of NAV within 24 hours that stops trading.")
        Optional<Bps> maxDailyLoss,

        @Key("Fall of NAV below its highest that stops trading.")
        Optional<DrawdownFile> maxDrawdown,

        @Key("Pause after a trade.") Optional<Duration> cooldown,
        @Key("Longest deadline of a swap.") Optional<Duration> maxDeadline,

        @Key("How far the feed of a token that should be worth 1 USD may be off it.")
        Optional<Map<Symbol, Bps>> depeg)
        implements Checked {

    /** Fall of NAV below its highest. */
    public record DrawdownFile(
            @Key(value = "How much.", required = true) Bps value,

            @Key("How long it must last; at once in this version.")
            Optional<Duration> mustLast,

            @Key(value = "What happens then.", defaultsTo = "halt")
            DrawdownAction action)
            implements Checked {
        @Override
        public void check(Check check) {
            if (mustLast.filter(d -> !d.isZero()).isPresent()) {
                check.notYet("must_last", Effect.NOT_YET);
            }
            if (action == DrawdownAction.EXIT_TO_CASH) {
                check.notYet("action", Effect.SAFETY_NOT_YET);
            }
        }
    }

    /** What a drawdown does. */
    public enum DrawdownAction {
        HALT,
        EXIT_TO_CASH
    }

    /** These limits, with gaps filled from others; a limit for one swap is never filled in above the given one for a day. */
    LimitsFile orElse(LimitsFile other) {
        Optional<Usd> day = maxNotionalPerDay.or(other::maxNotionalPerDay);
        Optional<Usd> swap = other.maxNotionalPerTrade().flatMap(s -> day.map(d -> s.compareTo(d) <= 0 ? s : d));
        Optional<Usd> trade = maxNotionalPerTrade.or(() -> swap);
        return new LimitsFile(
                preset,
                trade,
                day,
                maxTurnoverPerDay.or(other::maxTurnoverPerDay),
                maxPriceImpact.or(other::maxPriceImpact),
                maxSlippage.or(other::maxSlippage),
                maxTradesPerHour.or(other::maxTradesPerHour),
                maxTradesPerDay.or(other::maxTradesPerDay),
                maxDailyLoss.or(other::maxDailyLoss),
                maxDrawdown.or(other::maxDrawdown),
                cooldown.or(other::cooldown),
                maxDeadline.or(other::maxDeadline),
                depeg.or(other::depeg));
    }

    @Override
    public void check(Check check) {
        maxSlippage
                .filter(s -> s.compareTo(ExecutionFile.MOST_SLIPPAGE) > 0)
                .ifPresent(s -> check.problem(
                        "max_slippage", s.percent() + " is more than 5%, which gives the trade away to a sandwich"));
        if (maxNotionalPerTrade.isPresent()
                && maxNotionalPerDay.isPresent()
                && maxNotionalPerTrade.get().compareTo(maxNotionalPerDay.get()) > 0) {
            check.problem("max_notional_per_trade", "is more than max_notional_per_day");
        }
    }
}
