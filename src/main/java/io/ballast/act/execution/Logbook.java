package io.ballast.act.execution;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.Ledger;
import io.ballast.act.journal.LedgerState;
import java.util.List;

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

    /**
     * Appends entries that belong together durably, for the price of one; then moves the state.
     *
     * @throws io.ballast.act.journal.LedgerException if one contradicts what comes before it; nothing is written then
     */
    public void appendAll(List<JournalEvent> events) {
        LedgerState next = state;
        for (JournalEvent event : events) {
            Lifecycle.require(next, event);
            next = next.after(event);
        }
        journal.appendAll(events);
        state = next;
    }

    public LedgerState state() {
        return state;
    }
}
