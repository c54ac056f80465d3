package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.base.units.Hash32;
import java.util.Iterator;
import java.util.Optional;

/** A walk along the whole chain, which must reach the acknowledged head. */
final class Verification {
    private final EntryTable table;
    private final Optional<HeadFile.Head> acknowledged;
    private long entries;
    private Hash32 head = Hash32.ZERO;

    /** @param acknowledged read before the walk, so that a writer at work cannot seem to have lost anything */
    Verification(EntryTable table, Optional<HeadFile.Head> acknowledged) {
        this.table = table;
        this.acknowledged = acknowledged;
    }

    JournalCheck result() {
        try {
            orThrow();
            return new JournalCheck(entries, head, Optional.empty());
        } catch (JournalCorruptException e) {
            return new JournalCheck(entries, head, Optional.of(new JournalCheck.Problem(e.seq(), e.reason())));
        }
    }

    void orThrow() {
        for (Iterator<JournalEntry> chain = new ChainIterator(table, 1); chain.hasNext(); ) {
            JournalEntry entry = chain.next();
            if (acknowledged.isPresent() && acknowledged.get().contradicts(entry)) {
                throw broken(entry.seq(), "another entry was acknowledged under this number");
            }
            entries = entry.seq();
            head = entry.hash();
        }
        if (acknowledged.isPresent() && acknowledged.get().seq() > entries) {
            throw broken(
                    entries + 1,
                    "lost: entries up to " + acknowledged.get().seq() + " were acknowledged, the last one here is "
                            + entries);
        }
    }

    private JournalCorruptException broken(long seq, String reason) {
        return new JournalCorruptException(table.file().toString(), seq, reason);
    }
}
