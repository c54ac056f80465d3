package io.ballast.lab.bench;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A journal that notes how long its appends take, and what they hold. Used by one thread. */
final class TimedJournal implements Journal {
    private final Journal journal;
    private final List<List<String>> commits = new ArrayList<>();
    private long nanos;

    TimedJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public JournalEntry append(JournalEvent event) {
        long start = System.nanoTime();
        JournalEntry entry = journal.append(event);
        nanos += System.nanoTime() - start;
        commits.add(List.of(entry.json()));
        return entry;
    }

    @Override
    public List<JournalEntry> appendAll(List<JournalEvent> events) {
        long start = System.nanoTime();
        List<JournalEntry> entries = journal.appendAll(events);
        nanos += System.nanoTime() - start;
        commits.add(entries.stream().map(JournalEntry::json).toList());
        return entries;
    }

    /** Since this was last asked. */
    long takeNanos() {
        long taken = nanos;
        nanos = 0;
        return taken;
    }

    /** JSON of the entries of each commit since this was last asked. */
    List<List<String>> takeCommits() {
        List<List<String>> taken = List.copyOf(commits);
        commits.clear();
        return taken;
    }

    @Override
    public Stream<JournalEntry> read(long fromSeq) {
        return journal.read(fromSeq);
    }

    @Override
    public Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
        return journal.last(type);
    }

    @Override
    public Optional<JournalEntry> last() {
        return journal.last();
    }

    @Override
    public JournalCheck verify() {
        return journal.verify();
    }

    @Override
    public void close() {
        journal.close();
    }
}
