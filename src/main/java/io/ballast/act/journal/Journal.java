package io.ballast.act.journal;

import java.util.List;

/** The append-only, hash-chained record; one writer at a time. Thread-safe. */
public interface Journal extends JournalReader {
    /**
     * Appends an event. It is durable when this returns; if this throws, the caller must take it as not written and must not
     * act on it.
     *
     * @throws JournalUnavailableException when the disk is full, read-only or failing; a later append may succeed
     */
    JournalEntry append(JournalEvent event);

    /**
     * Appends events that belong together, in order; a file pays for one durable write. All are durable when this returns; if
     * this throws, none or some of the first were written.
     *
     * @throws JournalUnavailableException as {@link #append}
     */
    default List<JournalEntry> appendAll(List<JournalEvent> events) {
        return events.stream().map(this::append).toList();
    }
}
