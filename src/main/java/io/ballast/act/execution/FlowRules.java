package io.ballast.act.execution;

import io.ballast.base.units.Address;
import java.util.Set;

/**
 * What to do about what came by itself.
 *
 * @param depositsFrom accounts of the trader's, from which tokens are deposits
 * @param quarantine whether anything else is kept apart; otherwise it is a deposit too
 */
public record FlowRules(Set<Address> depositsFrom, boolean quarantine) {
    /** Knows no account and keeps everything apart. */
    public static final FlowRules CAREFUL = new FlowRules(Set.of(), true);

    public FlowRules {
        depositsFrom = Set.copyOf(depositsFrom);
    }
}
