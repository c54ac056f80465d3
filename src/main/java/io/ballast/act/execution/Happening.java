package io.ballast.act.execution;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.OpenIntent;
import java.util.Optional;

/** What can happen to an intent's transaction; each is one kind of journal entry. */
enum Happening {
    SIGN,
    REPLACE,
    CANCEL,
    SEND,
    MINE,
    UNMINE,
    FILL,
    REVERT,
    FINISH_CANCEL,
    LOSE,
    REFUSE,
    DROP;

    /** What an entry means for the intent it names; empty if the entry does not move its transaction. */
    static Optional<Happening> of(JournalEvent event, OpenIntent intent) {
        return switch (event) {
            case IntentSigned signed -> Optional.of(of(signed, intent));
            case IntentBroadcast sent -> Optional.of(SEND);
            case IntentMined mined -> Optional.of(MINE);
            case IntentUnmined unmined -> Optional.of(UNMINE);
            case IntentClosed closed -> Optional.of(of(closed.status()));
            default -> Optional.empty();
        };
    }

    private static Happening of(IntentSigned signed, OpenIntent intent) {
        return signed.cancels() ? CANCEL : intent.attempts().isEmpty() ? SIGN : REPLACE;
    }

    private static Happening of(IntentClosed.Status status) {
        return switch (status) {
            case FILLED -> FILL;
            case REVERTED -> REVERT;
            case CANCELLED -> FINISH_CANCEL;
            case LOST -> LOSE;
            case REFUSED -> REFUSE;
            case DROPPED -> DROP;
        };
    }
}
