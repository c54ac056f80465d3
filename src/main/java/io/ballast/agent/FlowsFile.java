package io.ballast.agent;

import io.ballast.act.execution.FlowRules;
import io.ballast.base.config.Key;
import io.ballast.base.units.Address;
import java.util.List;
import java.util.Set;

/** Transfers by others, and how often the books are held against the chain. */
public record FlowsFile(
        @Key(
                value = "Tokens and coins that came from nobody known: kept apart, or taken for deposits.",
                defaultsTo = "quarantine")
        Inflow unexpectedIn,

        @Key(value = "Tokens and coins that left without the agent's doing.", defaultsTo = "halt")
        Outflow unexpectedOut,

        @Key("Accounts of yours; what they send is a deposit.")
        List<Address> depositsFrom,

        @Key(value = "Blocks between two comparisons of books and chain.", defaultsTo = "100", min = 1, max = 1_000_000)
        int reconcileEvery) {
    /** What to do about what came. */
    public enum Inflow {
        QUARANTINE,
        DEPOSIT
    }

    /** What to do about what left. */
    public enum Outflow {
        HALT
    }

    FlowRules rules() {
        return new FlowRules(Set.copyOf(depositsFrom), unexpectedIn == Inflow.QUARANTINE);
    }
}
