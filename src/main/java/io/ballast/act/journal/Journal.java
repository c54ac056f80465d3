package io.ballast.act.journal;

/** The append-only, hash-chained record; one writer at a time. Thread-safe. */
public interface Journal extends JournalReader {
    /**
     * Appends an event. It is durable when this returns; if this throws, the caller must take it as not written and must not
     * act on it.
     *
     * @throws JournalUnavailableException when the disk is full, read-only or failing; a later append may succeed
     */
    JournalEntry append(JournalEvent event);
}
