package io.ballast.sense.chain;

import io.ballast.base.units.Hash32;

/** What a node said of a signed transaction. */
public sealed interface SendOutcome {
    /** Accepted now, or known already. */
    record Accepted(Hash32 hash) implements SendOutcome {}

    /** Refused by a rule that makes it certain that this node will not keep it. */
    record Refused(Reason reason, String message) implements SendOutcome {}

    /** Time-out, lost answer or a text nobody knows: it may be in the pool or not. */
    record Unknown(String message) implements SendOutcome {}

    /** Known refusals. */
    enum Reason {
        NONCE_TOO_LOW,
        UNDERPRICED,
        INSUFFICIENT_FUNDS,
        INTRINSIC_GAS,
        FEE_BELOW_BASE
    }
}
