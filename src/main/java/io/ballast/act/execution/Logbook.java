package io.ballast.act.execution;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.Ledger;
import io.ballast.act.journal.LedgerState;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal and what follows from it, kept in step: what anybody may act on is durable before the state moves. Used by one
 * thread.
 */
public final class Logbook {
    private final Journal journal;
    private final List<JournalEvent> noted = new ArrayList<>();
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
        return write(List.of(event)).getLast();
    }

    /**
     * Appends entries that belong together durably, for the price of one; then moves the state.
     *
     * @throws io.ballast.act.journal.LedgerException if one contradicts what comes before it; nothing is written then
     */
    public void appendAll(List<JournalEvent> events) {
        write(events);
    }

    /**
     * Moves the state at once; the entry becomes durable together with the next that is appended, before it in order, or by
     * {@link #flush}. For what is only remembered or explained: a crash in between is one before it was seen or thought of.
     *
     * @throws io.ballast.act.journal.LedgerException as {@link #append}
     */
    public void note(JournalEvent event) {
        state = after(List.of(event));
        noted.add(event);
    }

    /** Makes durable what was noted. */
    public void flush() {
        if (!noted.isEmpty()) {
            write(List.of());
        }
    }

    private List<JournalEntry> write(List<JournalEvent> events) {
        LedgerState next = after(events);
        List<JournalEvent> all = new ArrayList<>(noted);
        all.addAll(events);
        List<JournalEntry> entries = journal.appendAll(all);
        noted.clear();
        state = next;
        return entries;
    }

    private LedgerState after(List<JournalEvent> events) {
        LedgerState next = state;
        for (JournalEvent event : events) {
            Lifecycle.require(next, event);
            next = next.after(event);
        }
        return next;
    }

    /** What follows from everything appended and noted. */
    public LedgerState state() {
        return state;
    }
}
