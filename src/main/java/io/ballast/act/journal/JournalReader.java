package io.ballast.act.journal;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A journal to read. Every entry's hash and its link to the one before are checked as it is read. Thread-safe.
 *
 * @see Journal
 */
public interface JournalReader extends AutoCloseable {
    /**
     * Entries in order from a sequence number on, fetched page by page as the stream advances; up to the last entry there is
     * when the stream gets there. Needs no closing.
     *
     * @param fromSeq 1 or 0 for all
     * @throws JournalCorruptException from the stream, at the first bad entry
     */
    Stream<JournalEntry> read(long fromSeq);

    /** The newest entry of a kind. */
    Optional<JournalEntry> last(Class<? extends JournalEvent> type);

    /** The newest entry of any kind. */
    Optional<JournalEntry> last();

    /** Checks the whole chain: numbers without gaps, links, every entry's hash, every event readable. Throws nothing for bad content. */
    JournalCheck verify();

    @Override
    void close();
}
