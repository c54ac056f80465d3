package io.ballast.act.journal;

import io.ballast.base.units.Hash32;
import java.util.Optional;

/**
 * What a check of the whole chain found.
 *
 * @param entries number of good entries from the start
 * @param head hash of the last good entry; {@link Hash32#ZERO} if there is none
 * @param problem the first bad place; empty if all is well
 */
public record JournalCheck(long entries, Hash32 head, Optional<Problem> problem) {
    /**
     * A bad place.
     *
     * @param seq the first sequence number that is not as it was written
     */
    public record Problem(long seq, String reason) {}

    public boolean ok() {
        return problem.isEmpty();
    }
}
