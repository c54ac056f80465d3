package io.ballast.act.journal;

import io.ballast.base.units.Token;

/**
 * A token is not traded any more; the others go on.
 *
 * @param reason for people
 */
public record TokenFrozen(Token token, Cause cause, String reason) implements JournalEvent {
    /** What is wrong with it. */
    public enum Cause {
        /** A transfer of ours would fail: paused, or the account is on a blocklist. */
        REFUSES,
        /** Its balance cannot be read. */
        UNREADABLE,
        /** Less arrives than is sent. */
        TAKES_FEE;

        /** Whether the token is traded again as soon as it behaves; otherwise a person must say so. */
        public boolean passes() {
            return this != TAKES_FEE;
        }
    }
}
