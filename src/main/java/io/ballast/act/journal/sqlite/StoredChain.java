package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.JournalReader;
import java.util.Optional;
import java.util.stream.Stream;

/** What the writer and a reader of a journal have in common: the table, and what was acknowledged. */
abstract sealed class StoredChain implements JournalReader permits SqliteJournal, SqliteJournalReader {
    final EntryTable table;
    final HeadFile head;

    StoredChain(EntryTable table, HeadFile head) {
        this.table = table;
        this.head = head;
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
}
