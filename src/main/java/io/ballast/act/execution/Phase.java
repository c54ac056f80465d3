package io.ballast.act.execution;

import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.OpenIntent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an intent's transaction stands, as the journal tells it: PLANNED → SIGNED → BROADCAST → MINED → FINAL, and what may come
 * in between and instead.
 */
public enum Phase {
    /** In the journal; nothing is signed. */
    PLANNED,
    /** The bytes are durable; no node is known to have them, though one may. */
    SIGNED,
    /** Handed to a node at least once. */
    BROADCAST,
    /** An attempt at the same nonce pays more; any of the attempts may be mined. */
    REPLACED,
    /** An attempt at the same nonce only uses it up; any of the attempts may be mined. */
    CANCELLING,
    /** One attempt is in a block, and in the books; a reorganisation may take it back. */
    MINED,
    /** Mined with success, and deep enough. */
    FINAL,
    /** Mined without success, and deep enough. */
    REVERTED,
    /** The attempt that only uses the nonce up is mined, and deep enough. */
    CANCELLED,
    /** Somebody else's transaction used the nonce up. */
    LOST,
    /** The gate, the signer or the first node said no, for certain. */
    REFUSED,
    /** Given up before anything was signed. */
    DROPPED;

    private static final Set<Phase> ENDS = EnumSet.of(FINAL, REVERTED, CANCELLED, LOST, REFUSED, DROPPED);

    /** Of an intent that is not closed. */
    static Phase of(OpenIntent intent) {
        Optional<IntentSigned> last = intent.lastAttempt();
        if (intent.mined().isPresent()) {
            return MINED;
        }
        if (last.isEmpty()) {
            return PLANNED;
        }
        if (intent.attempts().size() > 1) {
            return last.get().cancels() ? CANCELLING : REPLACED;
        }
        return intent.wasBroadcast(last.get().txHash()) ? BROADCAST : SIGNED;
    }

    /** Whether nothing comes after it. */
    boolean isEnd() {
        return ENDS.contains(this);
    }

    /** Whether signed bytes are about and none of them is in a block. */
    boolean isInFlight() {
        return this == SIGNED || this == BROADCAST || this == REPLACED || this == CANCELLING;
    }
}
