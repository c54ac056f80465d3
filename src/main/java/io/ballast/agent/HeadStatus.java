package io.ballast.agent;

import io.ballast.base.units.BlockRef;
import java.time.Instant;
import java.util.Optional;

/**
 * What the watch of heads knows.
 *
 * @param newest last head that was read; empty if none was yet
 * @param since when the health became what it is
 * @param words for people, one line
 * @param heads number of different heads read
 * @param wentBack heads with a lower number than one before
 * @param replaced heads that did not continue the one before them: blocks of another branch
 * @param unanswered questions that nobody answered
 */
public record HeadStatus(
        Health health,
        Optional<BlockRef> newest,
        Instant since,
        String words,
        long heads,
        long wentBack,
        long replaced,
        long unanswered) {
    /** Whether heads come as they should. */
    public enum Health {
        /** No head was read yet. */
        UNSEEN,
        IN_STEP,
        /** The newest block is older than a head may be. */
        STALE,
        /** The newest block has a lower number than one that was seen. */
        WENT_BACK,
        /** The newest block is from the future, or older than its ancestor. */
        IMPLAUSIBLE,
        /** No node answers. */
        UNREACHABLE
    }

    /** Whether there is something to say. */
    public boolean isWell() {
        return health == Health.UNSEEN || health == Health.IN_STEP;
    }
}
