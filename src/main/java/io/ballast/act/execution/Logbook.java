package io.ballast.act.execution;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.Ledger;
import io.ballast.act.journal.LedgerState;

/** The journal and what follows from it, kept in step: an event is durable before the state moves. Used by one thread. */
public final class Logbook {
    private final Journal journal;
    private LedgerState state;

    /** Reads the whole journal once. */
    public Logbook(Journal journal) {
        this.journal = journal;
        this.state = Ledger.of(journal.read(0));
    }

    /**
     * Appends durably, then moves the state.
     *
     * @throws io.ballast.act.journal.LedgerException if the event contradicts the state; nothing is written then
     */
    public JournalEntry append(JournalEvent event) {
        Lifecycle.require(state, event);
        LedgerState next = state.after(event);
        JournalEntry entry = journal.append(event);
        state = next;
        return entry;
    }

    public LedgerState state() {
        return state;
    }
}
