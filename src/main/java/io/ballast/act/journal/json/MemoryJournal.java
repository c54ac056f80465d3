package io.ballast.act.journal.json;

import io.ballast.act.journal.HashChain;
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

/** The same chain, kept in memory: for backtests and tests. Nothing outlives the process. */
public final class MemoryJournal implements Journal {
    private final InstantSource clock;
    private final List<JournalEntry> entries = new ArrayList<>();

    public MemoryJournal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized JournalEntry append(JournalEvent event) {
        JournalEntry entry = Chain.next(last(), clock.instant(), event);
        entries.add(entry);
        return entry;
    }

    @Override
    public synchronized Stream<JournalEntry> read(long fromSeq) {
        int from = (int) Math.min(Math.max(fromSeq - 1, 0), entries.size());
        return List.copyOf(entries.subList(from, entries.size())).stream();
    }

    @Override
    public Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
        return read(1).filter(entry -> type.isInstance(entry.event())).reduce((earlier, later) -> later);
    }

    @Override
    public synchronized Optional<JournalEntry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    @Override
    public JournalCheck verify() {
        Hash32 head = Hash32.ZERO;
        for (JournalEntry entry : read(1).toList()) {
            Hash32 hash = HashChain.hash(entry.seq(), entry.at(), entry.type(), entry.json(), head);
            if (!hash.equals(entry.hash())) {
                var problem = new JournalCheck.Problem(entry.seq(), "its content gives another hash");
                return new JournalCheck(entry.seq() - 1, head, Optional.of(problem));
            }
            head = hash;
        }
        return new JournalCheck(last().map(JournalEntry::seq).orElse(0L), head, Optional.empty());
    }

    @Override
    public void close() {}
}
