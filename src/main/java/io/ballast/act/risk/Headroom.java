package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.action.Ceiling;
import java.time.Duration;
import java.time.Instant;

/** What the limits leave before the next trade. The gate judges every transaction all the same. */
record Headroom(RiskLimits limits, Usd perTrade) {
    /** Prices move a little until the gate judges; what is cut to the limit must still pass then. */
    private static final Bps USABLE = new Bps(9_900);

    Headroom(RiskLimits limits) {
        this(limits, USABLE.of(limits.maxNotionalPerTrade()));
    }

    Ceiling ceiling(Situation situation, RiskState state) {
        Done day = Done.within(situation, state, Question.DAY);
        Done hour = Done.within(situation, state, Question.HOUR);
        Usd ofHour = limits.trade().maxNotionalPerHour().minus(hour.notional());
        Usd ofDay = limits.maxNotionalPerDay().minus(day.notional());
        Usd ofTurnover = limits.maxTurnoverPerDay().of(situation.invested()).minus(day.notional());
        Usd together = least(ofHour, least(ofDay, ofTurnover));
        int trades = Math.min(limits.maxTradesPerHour() - hour.swaps(), limits.maxTradesPerDay() - day.swaps());
        return new Ceiling(perTrade, USABLE.of(together.max(Usd.ZERO)), Math.max(0, trades));
    }

    private static Usd least(Usd a, Usd b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** What was accepted within a window that ends now. */
    private record Done(Usd notional, int swaps) {
        static Done within(Situation situation, RiskState state, Duration window) {
            Instant horizon = situation.time().minus(window);
            Usd notional = Usd.ZERO;
            int swaps = 0;
            for (Spend spend : state.spends()) {
                if (spend.at().isAfter(horizon)) {
                    notional = notional.plus(spend.notional());
                    swaps += spend.swap() ? 1 : 0;
                }
            }
            return new Done(notional, swaps);
        }
    }
}
