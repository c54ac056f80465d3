package io.ballast.lab.backtest.engine;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.base.units.Hash32;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers events and forgets them: what follows from them stays in the ledger, and a run of any length takes no memory. There is
 * no chain of hashes, because nobody doubts a history that he can run again. Used by one thread.
 */
public final class ForgetfulJournal implements Journal {
    private final InstantSource clock;
    private @Nullable JournalEntry newest;
    private long seq;

    public ForgetfulJournal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public JournalEntry append(JournalEvent event) {
        seq++;
        JournalEntry entry = new JournalEntry(
                seq, clock.instant(), event.getClass().getSimpleName(), "", Hash32.ZERO, Hash32.ZERO, event);
        newest = entry;
        return entry;
    }

    @Override
    public List<JournalEntry> appendAll(List<JournalEvent> events) {
        List<JournalEntry> entries = new ArrayList<>(events.size());
        for (JournalEvent event : events) {
            entries.add(append(event));
        }
        return entries;
    }

    @Override
    public Stream<JournalEntry> read(long fromSeq) {
        return Stream.empty();
    }

    @Override
    public Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
        return last().filter(entry -> type.isInstance(entry.event()));
    }

    @Override
    public Optional<JournalEntry> last() {
        return Optional.ofNullable(newest);
    }

    @Override
    public JournalCheck verify() {
        return new JournalCheck(seq, Hash32.ZERO, Optional.empty());
    }

    @Override
    public void close() {}
}
