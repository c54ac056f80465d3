package io.ballast.agent;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.RiskState;
import io.ballast.sense.market.Observation;
import java.util.List;
import java.util.Optional;

/**
 * What one cycle did.
 *
 * @param decision empty when the agent held before it could decide; {@code note} says why
 * @param intents every approval, swap and revoke in order, each with its end
 * @param checks verdicts of the limits on the last intent that came before the gate; empty if none did
 * @param after market and account when the cycle ended
 * @param note one line for people
 * @param warnings limits that came near their end in it, each said once until it is away from it again
 */
public record CycleOutcome(
        Optional<Decision> decision,
        List<IntentOutcome> intents,
        List<LimitCheck> checks,
        Observation after,
        RiskState risk,
        String note,
        List<LimitCheck> warnings) {
    public CycleOutcome {
        intents = List.copyOf(intents);
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
    }

    /** Without warnings. */
    public CycleOutcome(
            Optional<Decision> decision,
            List<IntentOutcome> intents,
            List<LimitCheck> checks,
            Observation after,
            RiskState risk,
            String note) {
        this(decision, intents, checks, after, risk, note, List.of());
    }
}
