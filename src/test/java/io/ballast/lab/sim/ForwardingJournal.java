package io.ballast.lab.sim;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import java.util.Optional;
import java.util.stream.Stream;

/** A journal in front of another; closing it does not end the other. */
class ForwardingJournal implements Journal {
    private final Journal disk;

    ForwardingJournal(Journal disk) {
        this.disk = disk;
    }

    @Override
    public JournalEntry append(JournalEvent event) {
        return disk.append(event);
    }

    @Override
    public Stream<JournalEntry> read(long fromSeq) {
        return disk.read(fromSeq);
    }

    @Override
    public Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
        return disk.last(type);
    }

    @Override
    public Optional<JournalEntry> last() {
        return disk.last();
    }

    @Override
    public JournalCheck verify() {
        return disk.verify();
    }

    @Override
    public void close() {}
}
