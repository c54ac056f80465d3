package io.ballast.agent;

import static io.ballast.agent.BadInputCase.accepted;
import static io.ballast.agent.BadInputCase.refused;
import static io.ballast.agent.ConfigSandbox.AGENT;
import static io.ballast.agent.ConfigSandbox.STRATEGY;

import java.util.List;

/** What limits, protections and sources of prices can do wrong. */
final class LimitInputCases {
    private static final String TRADE = "max_notional_per_trade: 5000 USD";
    private static final String LIMITS = "limits:\n";
    private static final String CODE = "0x" + "1c".repeat(32);

    private LimitInputCases() {}

    static List<BadInputCase> all() {
        return List.of(
                limit("an hour below a trade", "no trade would pass", "max_notional_per_hour: 4000 USD"),
                limit(
                        "an hour above a day",
                        "it would never count",
                        "max_notional_per_hour: 20000 USD\n  max_notional_per_day: 15000 USD"),
                limit(
                        "drawdown without an action",
                        "trading would go on",
                        "max_drawdown: {value: 10%, action: refuse}"),
                limit(
                        "drawdown that must last a week",
                        "it would hardly ever act",
                        "max_drawdown: {value: 10%, must_last: 7d}"),
                limit(
                        "daily loss that must last two days",
                        "the loss is a day old by then",
                        "daily_loss_must_last: 2d"),
                limit("lost peg that must last two days", "the money is gone by then", "depeg_must_last: 48h"),
                limit("an action that is none", "exit or halt?", "daily_loss_action: sell"),
                limit("number of failures with a unit", "of what?", "max_failures: 3 times"),
                limit(
                        "accepted code without 0x",
                        "a digit was lost",
                        "accept_code: [{address: \"" + ConfigSandbox.USDC + "\", code: \"" + CODE.substring(2)
                                + "\"}]"),
                limit(
                        "accepted code of 63 digits",
                        "a digit was lost",
                        "accept_code: [{address: \"" + ConfigSandbox.USDC + "\", code: \"" + CODE.substring(0, 65)
                                + "\"}]"),
                limit("accepted code twice", "which one?", "accept_code: [" + pin(CODE) + ", " + pin(CODE) + "]"),
                accepted(
                        "accepted code",
                        "a person saw the upgrade",
                        AGENT,
                        LIMITS,
                        LIMITS + "  accept_code: [" + pin(CODE) + "]\n"),
                accepted(
                        "no failure is allowed",
                        "0 means none, never unlimited",
                        AGENT,
                        LIMITS,
                        LIMITS + "  max_failures: 0\n"),
                refused(
                        "prices without feeds",
                        "the net asset value rests on them",
                        AGENT,
                        LIMITS,
                        "prices: {nav: [twap-30m]}\n" + LIMITS),
                refused(
                        "a source of prices twice",
                        "one witness counts once",
                        AGENT,
                        LIMITS,
                        "prices: {nav: [chainlink, pools, pools]}\n" + LIMITS),
                refused(
                        "an unknown source of prices",
                        "nobody would be asked",
                        AGENT,
                        LIMITS,
                        "prices: {nav: [chainlink, twap]}\n" + LIMITS),
                protection("unknown protection", "nothing would protect", "{method: StopLossGuard, stop_duration: 1h}"),
                protection(
                        "StoplossGuard without a loss",
                        "it compares with nothing",
                        "{method: StoplossGuard, stop_duration: 1h}"),
                protection(
                        "MaxDrawdown without a drawdown",
                        "it compares with nothing",
                        "{method: MaxDrawdown, stop_duration: 1h}"),
                protection(
                        "a key of another protection",
                        "it would do nothing",
                        "{method: LowProfitPairs, stop_duration: 1h, stop_loss: 2%}"),
                protection(
                        "protection after no trade",
                        "it would always hold",
                        "{method: LowProfitPairs, stop_duration: 1h, trade_limit: 0}"),
                protection(
                        "MaxDrawdown over a week",
                        "NAV is remembered for a day",
                        "{method: MaxDrawdown, stop_duration: 1h, lookback_period: 7d, max_allowed_drawdown: 5%}"),
                protection(
                        "one protection twice",
                        "which one?",
                        "{method: CooldownPeriod, stop_duration: 1h}, {method: CooldownPeriod, stop_duration: 2h}"));
    }

    private static BadInputCase limit(String name, String why, String lines) {
        return refused(name, why, AGENT, TRADE, TRADE + "\n  " + lines);
    }

    private static BadInputCase protection(String name, String why, String rules) {
        return refused(name, why, STRATEGY, "scorer:\n", "protections: [" + rules + "]\nscorer:\n");
    }

    private static String pin(String code) {
        return "{address: \"" + ConfigSandbox.USDC + "\", code: \"" + code + "\"}";
    }
}
