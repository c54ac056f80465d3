package io.ballast.act.journal;

import io.ballast.act.risk.LimitCheck;
import java.util.List;

/**
 * The gate's verdict on one intent.
 *
 * @param checks every limit's, in the gate's order
 */
public record GateJudged(String intentId, List<LimitCheck> checks) implements JournalEvent {
    public GateJudged {
        checks = List.copyOf(checks);
    }

    /** Whether every limit passed. */
    public boolean allowed() {
        return checks.stream().allMatch(LimitCheck::passed);
    }
}
