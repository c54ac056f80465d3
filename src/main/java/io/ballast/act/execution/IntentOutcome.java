package io.ballast.act.execution;

import io.ballast.act.risk.Assessment;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.Receipt;

/** How one intent ended. Every end is in the journal before it is returned. */
public sealed interface IntentOutcome {
    String intentId();

    /** Mined with success and confirmed. */
    record Filled(String intentId, Receipt receipt, TokenAmount paid, TokenAmount received) implements IntentOutcome {}

    /** Mined, but the contract refused; gas was paid. */
    record Reverted(String intentId, Receipt receipt) implements IntentOutcome {}

    /** Its nonce was used up by a transfer of nothing; gas was paid for that, and the call can never be mined. */
    record Cancelled(String intentId, Receipt receipt) implements IntentOutcome {}

    /** A limit said no; nothing was signed. */
    record Refused(String intentId, Assessment assessment) implements IntentOutcome {}

    /** The simulation failed, the node refused it for certain, or its nonce is somebody else's; nothing of it is on chain. */
    record Dropped(String intentId, String reason) implements IntentOutcome {}

    /** Sent, and no one knows what became of it: the agent halts, the journal knows the bytes. */
    record Unresolved(String intentId, String reason) implements IntentOutcome {}

    default boolean filled() {
        return this instanceof Filled;
    }

    /** One line for people. */
    default String describe() {
        return switch (this) {
            case Filled f -> f.intentId() + " filled: paid " + f.paid() + ", received " + f.received();
            case Reverted r ->
                r.intentId() + " reverted in " + r.receipt().txHash().brief();
            case Cancelled c ->
                c.intentId() + " cancelled in " + c.receipt().txHash().brief();
            case Refused r -> r.intentId() + " refused: " + r.assessment().refusals();
            case Dropped d -> d.intentId() + " dropped: " + d.reason();
            case Unresolved u -> u.intentId() + " unresolved: " + u.reason();
        };
    }
}
