package io.ballast.think.strategy;

import io.ballast.base.config.Key;
import io.ballast.base.config.Turnover;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.util.Optional;

/** Limits of one strategy, each tighter than the agent's; 0 means that none is allowed. */
public record StrategyLimits(
        @Key("Most for one swap.") Optional<Usd> maxNotionalPerTrade,
        @Key("Most within an hour.") Optional<Usd> maxNotionalPerHour,
        @Key("Most within 24 hours.") Optional<Usd> maxNotionalPerDay,

        @Key("Most turnover within 24 hours, of what is invested.")
        Optional<Turnover> maxTurnoverPerDay,

        @Key("Most swaps within an hour.") Optional<Integer> maxTradesPerHour,
        @Key("Most swaps within 24 hours.") Optional<Integer> maxTradesPerDay,

        @Key("Fall of NAV within 24 hours that stops trading.")
        Optional<Bps> maxDailyLoss,

        @Key("Fall of NAV below its highest that stops trading.")
        Optional<Bps> maxDrawdown) {}
