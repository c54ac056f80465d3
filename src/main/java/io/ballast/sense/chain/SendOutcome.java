package io.ballast.sense.chain;

import io.ballast.base.units.Hash32;

/** What a node said of a signed transaction. */
public sealed interface SendOutcome {
    /** Accepted now, or known already. */
    record Accepted(Hash32 hash) implements SendOutcome {}

    /** Refused by a rule that makes it certain that this node will not keep it now. */
    record Refused(Reason reason, String message) implements SendOutcome {}

    /** Time-out, lost answer or a text nobody knows: it may be in the pool or not. */
    record Unknown(String message) implements SendOutcome {}

    /** Known refusals. */
    enum Reason {
        /** The account has used this nonce up: perhaps by these very bytes. */
        NONCE_TOO_LOW,
        /** The node misses an earlier transaction of the account. */
        NONCE_TOO_HIGH,
        /** Another transaction waits at this nonce, and this one does not pay enough more. */
        REPLACEMENT_UNDERPRICED,
        /** Below what this node's pool asks at the least. */
        UNDERPRICED,
        /** Below the base fee of the block. */
        FEE_BELOW_BASE,
        INSUFFICIENT_FUNDS,
        INTRINSIC_GAS,
        EXCEEDS_BLOCK_GAS,
        /** More than this node lets anyone pay in all. */
        FEE_CAP_EXCEEDED,
        /** The pool has no room, or not for this account, for now. */
        POOL_FULL,
        /** The node or its sequencer takes nothing at present. */
        NOT_READY,
        /** Of another chain, badly signed or malformed: no node takes it. */
        INVALID
    }
}
