package io.ballast.act.execution;

import io.ballast.sense.chain.SendOutcome;

/** What a node's answer to a send means for what is done next. */
enum Reaction {
    /** Wait for a receipt; the same bytes go out again from time to time. */
    WAIT,
    /** Something of this nonce is in a block: perhaps ours. */
    LOOK,
    /** Another transaction waits at this nonce: more must be offered. */
    OUTBID,
    /** Too little is offered for now. If nobody has the bytes, it is better decided anew. */
    TOO_LITTLE,
    /** These bytes are not taken; certain only if no other node and no earlier answer says otherwise. */
    REJECT;

    /** Whether more must be offered before a node takes an attempt at this nonce. */
    boolean asksForMore() {
        return this == OUTBID || this == TOO_LITTLE;
    }

    /** Whether bytes that nobody saw before this answer are certainly not kept. */
    boolean ends() {
        return this == REJECT || this == TOO_LITTLE;
    }

    static Reaction to(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> WAIT;
            case SendOutcome.Unknown unknown -> WAIT;
            case SendOutcome.Refused refused -> to(refused.reason());
        };
    }

    private static Reaction to(SendOutcome.Reason reason) {
        return switch (reason) {
            case NONCE_TOO_LOW -> LOOK;
            case REPLACEMENT_UNDERPRICED -> OUTBID;
            case UNDERPRICED, FEE_BELOW_BASE -> TOO_LITTLE;
            case NONCE_TOO_HIGH, POOL_FULL, NOT_READY -> WAIT;
            case INSUFFICIENT_FUNDS, INTRINSIC_GAS, EXCEEDS_BLOCK_GAS, FEE_CAP_EXCEEDED, INVALID -> REJECT;
        };
    }
}
