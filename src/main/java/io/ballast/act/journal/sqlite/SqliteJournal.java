package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.JournalLockedException;
import io.ballast.act.journal.JournalUnavailableException;
import io.ballast.act.journal.json.Chain;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own journal. Beside the database stand two small files: {@code .lock}, held by the one writer, and {@code .head},
 * the last acknowledged entry, which shows when entries were lost. Thread-safe.
 */
public final class SqliteJournal extends StoredChain implements Journal {
    private final WriterLock lock;
    private final InstantSource clock;
    private @Nullable JournalEntry newest;

    private SqliteJournal(WriterLock lock, EntryTable table, HeadFile head, InstantSource clock) {
        super(table, head);
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Opens a journal to write, or makes it if there is none, after checking all of it.
     *
     * @param file its folder is made if need be
     * @throws JournalLockedException if another process or journal object writes it
     * @throws JournalCorruptException naming the file and the first bad entry
     * @throws JournalUnavailableException if the file cannot be used
     */
    public static SqliteJournal open(Path file, InstantSource clock) {
        return openReal(Database.realPath(file), clock);
    }

    private static SqliteJournal openReal(Path file, InstantSource clock) {
        WriterLock lock = WriterLock.acquire(file);
        @Nullable EntryTable table = null;
        try {
            HeadFile head = new HeadFile(file);
            Optional<HeadFile.Head> acknowledged = head.read();
            head.refuseIfDatabaseIsGone(acknowledged);
            table = Database.openToWrite(file, acknowledged.isPresent());
            new Verification(table, acknowledged).orThrow();
            table.refuseDamagedPages();
            return new SqliteJournal(lock, table, head, clock);
        } catch (RuntimeException e) {
            if (table != null) {
                table.close();
            }
            lock.close();
            throw e;
        }
    }

    @Override
    public JournalEntry append(JournalEvent event) {
        return appendAll(List.of(event)).getFirst();
    }

    /** All or none. */
    @Override
    public synchronized List<JournalEntry> appendAll(List<JournalEvent> events) {
        Optional<JournalEntry> last = newest == null ? table.last() : Optional.of(newest);
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEvent event : events) {
            last = Optional.of(Chain.next(last, clock.instant(), event));
            last.ifPresent(entries::add);
        }
        // Whether a failed commit left the entries or not is read from the table at the next append.
        newest = null;
        table.insert(entries);
        last.ifPresent(head::write);
        newest = last.orElse(null);
        return entries;
    }

    /** Gives the lock back; nothing can be appended afterwards. */
    @Override
    public synchronized void close() {
        newest = null;
        try {
            table.close();
        } finally {
            lock.close();
        }
    }
}
