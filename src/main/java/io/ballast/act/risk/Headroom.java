package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.action.Ceiling;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the limits leave before the next trade. The gate judges every transaction all the same. */
record Headroom(RiskLimits limits) {
    /** Prices move a little until the gate judges; what is cut to the limit must still pass then. */
    private static final Bps USABLE = new Bps(9_900);

    Ceiling ceiling(Situation situation, RiskState state) {
        Usd traded = spends(situation, state, Question.DAY).map(Spend::notional).reduce(Usd.ZERO, Usd::plus);
        Usd ofHour = limits.trade()
                .maxNotionalPerHour()
                .minus(spends(situation, state, Question.HOUR)
                        .map(Spend::notional)
                        .reduce(Usd.ZERO, Usd::plus));
        Usd ofDay = limits.maxNotionalPerDay().minus(traded);
        Usd ofTurnover = limits.maxTurnoverPerDay().of(situation.invested()).minus(traded);
        Usd together = Stream.of(ofHour, ofDay, ofTurnover)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Ceiling(
                USABLE.of(limits.maxNotionalPerTrade()), USABLE.of(together.max(Usd.ZERO)), trades(situation, state));
    }

    private int trades(Situation situation, RiskState state) {
        long ofHour = limits.maxTradesPerHour() - swaps(situation, state, Question.HOUR);
        long ofDay = limits.maxTradesPerDay() - swaps(situation, state, Question.DAY);
        return (int) Math.max(0, Math.min(ofHour, ofDay));
    }

    private static long swaps(Situation situation, RiskState state, Duration window) {
        return spends(situation, state, window).filter(Spend::swap).count();
    }

    private static Stream<Spend> spends(Situation situation, RiskState state, Duration window) {
        Instant horizon = situation.time().minus(window);
        return state.spends().stream().filter(spend -> spend.at().isAfter(horizon));
    }
}
