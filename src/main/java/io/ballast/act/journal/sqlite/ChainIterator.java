package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.base.units.Hash32;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks along the chain page by page, and stops with an exception where a link is broken. */
final class ChainIterator implements Iterator<JournalEntry> {
    private final EntryTable table;
    private Iterator<StoredRow> page = Collections.emptyIterator();
    private long expected;
    private @Nullable Hash32 previous;

    ChainIterator(EntryTable table, long fromSeq) {
        this.table = table;
        this.expected = fromSeq;
        this.previous = fromSeq == 1 ? Hash32.ZERO : null;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext()) {
            page = table.page(expected).iterator();
        }
        return page.hasNext();
    }

    @Override
    public JournalEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StoredRow row = page.next();
        if (row.seq() != expected) {
            throw broken("it is missing, the next is " + row.seq());
        }
        JournalEntry entry = row.checked(table.file().toString());
        if (previous != null && !previous.equals(entry.previous())) {
            throw broken("it follows " + entry.previous().brief() + ", the entry before is " + previous.brief());
        }
        expected++;
        previous = entry.hash();
        return entry;
    }

    private JournalCorruptException broken(String reason) {
        return new JournalCorruptException(table.file().toString(), expected, reason);
    }
}
