package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted transaction, as the rolling limits count it.
 *
 * @param decisionId shared by the legs of one decision
 * @param notional value of the amount sold at feed prices; zero for approvals and revokes
 * @param gas worst case at acceptance, replaced by the real fee once mined
 * @param exchange of a swap; empty for approvals and revokes
 * @param settled whether it is in a block
 */
public record Spend(
        String intentId,
        String decisionId,
        Instant at,
        Usd notional,
        Usd gas,
        Optional<Exchange> exchange,
        boolean settled) {
    /** Whether it counts as a trade. */
    public boolean swap() {
        return exchange.isPresent();
    }

    Spend settled(Usd realGas) {
        return new Spend(intentId, decisionId, at, notional, realGas, exchange, true);
    }
}
