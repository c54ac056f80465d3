package io.ballast.lab.backtest.engine;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.base.units.Hash32;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers events and forgets them: what follows from them stays in the ledger, and a run of any length takes no memory. There is
 * no chain of hashes, because nobody doubts a history that he can run again. Used by one thread.
 */
public final class ForgetfulJournal implements Journal {
    private final InstantSource clock;
    private Optional<JournalEntry> newest = Optional.empty();

    public ForgetfulJournal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public JournalEntry append(JournalEvent event) {
        long seq = newest.map(JournalEntry::seq).orElse(0L) + 1;
        JournalEntry entry = new JournalEntry(
                seq, clock.instant(), event.getClass().getSimpleName(), "", Hash32.ZERO, Hash32.ZERO, event);
        newest = Optional.of(entry);
        return entry;
    }

    @Override
    public Stream<JournalEntry> read(long fromSeq) {
        return Stream.empty();
    }

    @Override
    public Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
        return newest.filter(entry -> type.isInstance(entry.event()));
    }

    @Override
    public Optional<JournalEntry> last() {
        return newest;
    }

    @Override
    public JournalCheck verify() {
        return new JournalCheck(newest.map(JournalEntry::seq).orElse(0L), Hash32.ZERO, Optional.empty());
    }

    @Override
    public void close() {}
}
