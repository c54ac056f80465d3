package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import java.util.List;

/**
 * What the limits remember, journalled with every change.
 *
 * @param reason why trading is not ACTIVE; empty if it is
 * @param highWaterMark highest NAV seen
 * @param spends of the last 24 hours, oldest first
 */
public record RiskState(TradingState trading, String reason, Usd highWaterMark, List<Spend> spends) {
    /** Before the first trade. */
    public static final RiskState INITIAL = new RiskState(TradingState.ACTIVE, "", Usd.ZERO, List.of());

    public RiskState {
        spends = List.copyOf(spends);
    }
}
