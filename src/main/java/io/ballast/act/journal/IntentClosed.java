package io.ballast.act.journal;

/**
 * Nothing more is done for an intent.
 *
 * @param reason for people
 */
public record IntentClosed(String intentId, Status status, String reason) implements JournalEvent {
    /** How an intent ends. */
    public enum Status {
        /** Mined with success and final. */
        FILLED,
        /** Mined without success and final. */
        REVERTED,
        /** Its nonce was used up by a cancellation. */
        CANCELLED,
        /** Its nonce was used up by a transaction that is not ours. */
        LOST,
        /** A limit, the signer or the node said no, for certain. */
        REFUSED,
        /** Given up; nothing of it was mined or can be mined any more. */
        DROPPED
    }
}
