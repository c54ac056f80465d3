package io.ballast.act.risk;

import java.util.Comparator;
import java.util.List;

/**
 * The gate's answer. The next state must be durable before anything is signed.
 *
 * @param checks every limit's verdict, in a fixed order
 * @param next the state if the transaction goes ahead, or after a refusal (a drawdown can halt)
 * @param warnings limits that this swap brings near their end, each once until it is away from it again
 */
public record Assessment(List<LimitCheck> checks, RiskState next, List<LimitCheck> warnings) {
    public Assessment {
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
    }

    public boolean allowed() {
        for (LimitCheck check : checks) {
            if (!check.passed()) {
                return false;
            }
        }
        return true;
    }

    public List<LimitCheck> refusals() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /** The limit that is used up the most. */
    public LimitCheck nearest() {
        return checks.stream()
                .max(Comparator.comparingInt(LimitCheck::usedPercent))
                .orElseThrow();
    }
}
