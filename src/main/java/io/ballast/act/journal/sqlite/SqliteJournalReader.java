package io.ballast.act.journal.sqlite;

import java.nio.file.Path;

/** A journal opened to read, also while the agent writes it. Takes no lock and checks nothing before it is asked. */
public final class SqliteJournalReader extends StoredChain {
    private SqliteJournalReader(EntryTable table, HeadFile head) {
        super(table, head);
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
    public void close() {
        table.close();
    }
}
