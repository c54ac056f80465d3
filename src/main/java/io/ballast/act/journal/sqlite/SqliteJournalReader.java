package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.JournalReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A journal opened to read, also while the agent writes it. Takes no lock and checks nothing before it is asked. */
public final class SqliteJournalReader implements JournalReader {
    private final EntryTable table;
    private final HeadFile head;

    private SqliteJournalReader(EntryTable table, HeadFile head) {
        this.table = table;
        this.head = head;
    }

    /**
     * @throws io.ballast.act.journal.JournalUnavailableException if there is no such file or it is not a journal
     */
    public static SqliteJournalReader open(Path file) {
        HeadFile head = new HeadFile(file);
        head.refuseIfDatabaseIsGone(head.read());
        return new SqliteJournalReader(Database.openToRead(file), head);
    }

    @Override
    public Stream<JournalEntry> read(long fromSeq) {
        return table.stream(fromSeq);
    }

    @Override
    public Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
        return table.last(type);
    }

    @Override
    public Optional<JournalEntry> last() {
        return table.last();
    }

    @Override
    public JournalCheck verify() {
        return new Verification(table, head.read()).result();
    }

    @Override
    public void close() {
        table.close();
    }
}
