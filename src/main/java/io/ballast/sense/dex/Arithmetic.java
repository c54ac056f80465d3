package io.ballast.sense.dex;

import io.ballast.base.config.Spelled;

/** Whose numbers count for a pool. */
public enum Arithmetic {
    /** Ours: proven equal to the contract, to the unit. */
    @Spelled("local")
    LOCAL,
    /** The node's quote at the pinned block: hooks, a fee that changes, or a fork that nobody has proven yet. */
    @Spelled("node")
    NODE
}
