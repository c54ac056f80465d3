package io.ballast.agent;

import io.ballast.act.risk.LossAction;
import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Symbol;
import io.ballast.base.config.Turnover;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.strategy.ExecutionFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the agent may do. What is left out comes from the preset. */
public record LimitsFile(
        @Key(value = "Limits scaled to capital.max.", defaultsTo = "conservative")
        LimitPreset preset,

        @Key("Most for one swap.") Optional<Usd> maxNotionalPerTrade,
        @Key("Most within an hour.") Optional<Usd> maxNotionalPerHour,
        @Key("Most within 24 hours.") Optional<Usd> maxNotionalPerDay,

        @Key("Most turnover within 24 hours, of what is invested.")
        Optional<Turnover> maxTurnoverPerDay,

        @Key("Most that a swap may move its own price.") Optional<Bps> maxPriceImpact,

        @Key("Least amount accepted may lie this far below the quote, at most 5%.")
        Optional<Bps> maxSlippage,

        @Key(
                "Most that a sandwich can take from one swap at the worst; max_slippage of max_notional_per_trade if left out.")
        Optional<Usd> maxSandwichLoss,

        @Key(
                value = "What a decision is expected to gain must exceed its cost by this share of the cost.",
                defaultsTo = "0%")
        Bps minBenefitOverCost,

        @Key("Most swaps within an hour.") Optional<Integer> maxTradesPerHour,
        @Key("Most swaps within 24 hours.") Optional<Integer> maxTradesPerDay,

        @Key("Most swaps of one amount between the same tokens within an hour.")
        Optional<Integer> maxEqualTrades,

        @Key("Most transactions in a row that may revert or be dropped.")
        Optional<Integer> maxFailures,

        @Key("Pause after each failure beyond max_failures; trading stops until a person resumes it if left out.")
        Optional<Duration> failurePause,

        @Key("Most worst-case gas of one transaction; gas.max_per_day if left out.")
        Optional<Usd> maxGasPerTrade,

        @Key(
                "Heights that a block decided on may lie below the highest one seen; rpc.max_head_lag in blocks if left out.")
        Optional<Integer> maxBlocksBehind,

        @Key("Fall of NAV or exit value within 24 hours that stops purchases.")
        Optional<Bps> maxDailyLoss,

        @Key(value = "What happens besides when both have fallen so far.", defaultsTo = "refuse")
        LossAction dailyLossAction,

        @Key(value = "How long that must last.", defaultsTo = "0s")
        Duration dailyLossMustLast,

        @Key("Fall of NAV or exit value below its highest that stops purchases.")
        Optional<DrawdownFile> maxDrawdown,

        @Key("Pause after a trade.") Optional<Duration> cooldown,
        @Key("Longest deadline of a swap.") Optional<Duration> maxDeadline,

        @Key("How far the feed of a token that should be worth 1 USD may be off it.")
        Optional<Map<Symbol, Bps>> depeg,

        @Key("How long such a token must be off it until trading stops.")
        Optional<Duration> depegMustLast,

        @Key(value = "Compares the code of every contract with what it was at the first look.", defaultsTo = "true")
        boolean pinCode,

        @Key("Contracts whose code was replaced, and that is accepted.")
        List<AcceptedCode> acceptCode)
        implements Checked {

    /** Fall below the highest. */
    public record DrawdownFile(
            @Key(value = "How much.", required = true) Bps value,

            @Key(value = "How long both NAV and exit value must have fallen so far.", defaultsTo = "0s")
            Duration mustLast,

            @Key(value = "What happens then.", defaultsTo = "halt")
            LossAction action)
            implements Checked {
        @Override
        public void check(Check check) {
            if (action == LossAction.REFUSE) {
                check.problem("action", "\"refuse\" would let trading go on forever, expected halt or exit_to_cash");
            }
            refuseForever(check, "must_last", mustLast);
        }
    }

    /** A contract whose code a person accepts. */
    public record AcceptedCode(
            @Key(value = "The contract.", required = true) Address address,

            @Key(value = "Fingerprint of its code, as the agent printed it.", required = true)
            CodeHash code) {}

    private static final Duration LONGEST = Duration.ofDays(1);

    private static void refuseForever(Check check, String path, Duration mustLast) {
        if (mustLast.compareTo(LONGEST) > 0) {
            check.problem(path, "is more than 24h, so the limit would hardly ever act");
        }
    }

    /**
     * These limits, with gaps filled from others; a limit for one swap or an hour is never filled in above the given one for a
     * day, and keeps its share of it.
     */
    LimitsFile orElse(LimitsFile other) {
        Optional<Usd> day = maxNotionalPerDay.or(other::maxNotionalPerDay);
        Optional<Usd> swap = other.maxNotionalPerTrade().flatMap(s -> day.map(d -> s.compareTo(d) <= 0 ? s : d));
        Optional<Usd> trade = maxNotionalPerTrade.or(() -> swap);
        Optional<Usd> hour = maxNotionalPerHour.or(() -> day.map(preset::hourOf));
        Optional<Bps> slippage = maxSlippage.or(other::maxSlippage);
        return new LimitsFile(
                preset,
                trade,
                hour,
                day,
                maxTurnoverPerDay.or(other::maxTurnoverPerDay),
                maxPriceImpact.or(other::maxPriceImpact),
                slippage,
                maxSandwichLoss.or(() -> slippage.flatMap(s -> trade.map(s::of))),
                minBenefitOverCost,
                maxTradesPerHour.or(other::maxTradesPerHour),
                maxTradesPerDay.or(other::maxTradesPerDay),
                maxEqualTrades.or(other::maxEqualTrades),
                maxFailures.or(other::maxFailures),
                failurePause,
                maxGasPerTrade,
                maxBlocksBehind,
                maxDailyLoss.or(other::maxDailyLoss),
                dailyLossAction,
                dailyLossMustLast,
                maxDrawdown.or(other::maxDrawdown),
                cooldown.or(other::cooldown),
                maxDeadline.or(other::maxDeadline),
                depeg.or(other::depeg),
                depegMustLast.or(other::depegMustLast),
                pinCode,
                acceptCode);
    }

    @Override
    public void check(Check check) {
        maxSlippage
                .filter(s -> s.compareTo(ExecutionFile.MOST_SLIPPAGE) > 0)
                .ifPresent(s -> check.problem(
                        "max_slippage", s.percent() + " is more than 5%, which gives the trade away to a sandwich"));
        refuseMore(check, "max_notional_per_trade", maxNotionalPerTrade, "max_notional_per_day", maxNotionalPerDay);
        refuseMore(check, "max_notional_per_trade", maxNotionalPerTrade, "max_notional_per_hour", maxNotionalPerHour);
        refuseMore(check, "max_notional_per_hour", maxNotionalPerHour, "max_notional_per_day", maxNotionalPerDay);
        refuseForever(check, "daily_loss_must_last", dailyLossMustLast);
        depegMustLast.ifPresent(time -> refuseForever(check, "depeg_must_last", time));
        checkCode(check);
    }

    private static void refuseMore(
            Check check, String path, Optional<Usd> amount, String largerPath, Optional<Usd> larger) {
        if (amount.isPresent() && larger.isPresent() && amount.get().compareTo(larger.get()) > 0 && check.clean(path)) {
            check.problem(path, "is more than " + largerPath);
        }
    }

    private void checkCode(Check check) {
        for (int i = 0; i < acceptCode.size(); i++) {
            Address address = acceptCode.get(i).address();
            boolean again = acceptCode.subList(0, i).stream()
                    .anyMatch(other -> other.address().equals(address));
            if (again) {
                check.problem("accept_code[" + i + "]", "accepts the code of " + address + " again");
            }
        }
    }
}
