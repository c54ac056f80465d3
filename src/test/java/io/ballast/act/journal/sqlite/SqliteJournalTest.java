package io.ballast.act.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.JournalLockedException;
import io.ballast.act.journal.JournalUnavailableException;
import io.ballast.act.journal.RandomEvents;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.SessionEnded;
import io.ballast.base.units.Hash32;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00.123456789Z");
    private static final InstantSource CLOCK = () -> NOW;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() throws Exception {
        file = folder.toRealPath().resolve("sub").resolve("journal.db");
    }

    @Test
    void givesBackWhatWasAppendedAcrossSessions() {
        List<JournalEntry> written = new ArrayList<>();
        for (long session = 0; session < 3; session++) {
            try (SqliteJournal journal = open()) {
                new RandomEvents(session).oneOfEach().forEach(event -> written.add(journal.append(event)));
                assertThat(journal.read(1).toList()).isEqualTo(written);
            }
        }
        try (SqliteJournalReader reader = SqliteJournalReader.open(file)) {
            assertThat(reader.read(0).toList()).isEqualTo(written);
            assertThat(reader.read(17).toList()).isEqualTo(written.subList(16, written.size()));
            assertThat(reader.read(written.size() + 1L).toList()).isEmpty();
            assertThat(reader.last()).hasValue(written.getLast());
            assertThat(reader.last(RiskChanged.class))
                    .isEqualTo(written.stream()
                            .filter(entry -> entry.event() instanceof RiskChanged)
                            .reduce((earlier, later) -> later));
            assertThat(reader.verify().entries()).isEqualTo(written.size());
            assertThat(reader.verify().head()).isEqualTo(written.getLast().hash());
        }
    }

    @Test
    void writesWhatBelongsTogetherAsAWholeOrNotAtAll() throws Exception {
        try (SqliteJournal journal = open()) {
            journal.append(new Halted("a"));
            List<JournalEntry> together = journal.appendAll(List.of(new Halted("b"), new SessionEnded("c")));
            assertThat(together).extracting(JournalEntry::seq).containsExactly(2L, 3L);
            assertThat(together.getLast().previous())
                    .isEqualTo(together.getFirst().hash());

            change("INSERT INTO entry VALUES (5, '" + NOW + "', 'Halted', '{}', '" + Hash32.ZERO + "', '" + Hash32.ZERO
                    + "')");
            assertThatThrownBy(() -> journal.appendAll(List.of(new Halted("d"), new Halted("e"))))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessageContaining("entry 4");
            change("DELETE FROM entry WHERE seq = 5");
            assertThat(journal.read(1).toList()).hasSize(3);
            assertThat(journal.append(new Halted("f")).seq()).isEqualTo(4);
            assertThat(journal.appendAll(List.of())).isEmpty();
            assertThat(journal.verify().ok()).isTrue();
        }
    }

    @Test
    void numbersFromOneAndLinksEveryEntryToTheOneBefore() {
        try (SqliteJournal journal = open()) {
            JournalEntry first = journal.append(new Halted("a"));
            JournalEntry second = journal.append(new Halted("b"));
            assertThat(first.seq()).isEqualTo(1);
            assertThat(first.previous()).isEqualTo(Hash32.ZERO);
            assertThat(first.at()).isEqualTo(NOW);
            assertThat(second.seq()).isEqualTo(2);
            assertThat(second.previous()).isEqualTo(first.hash());
        }
    }

    @Test
    void readsJournalsLongerThanAPage() {
        try (SqliteJournal journal = open()) {
            for (int i = 1; i <= 300; i++) {
                journal.append(new Halted("entry " + i));
            }
            assertThat(journal.read(20).map(JournalEntry::seq).toList())
                    .hasSize(281)
                    .startsWith(20L);
            assertThat(journal.last(SessionEnded.class)).isEmpty();
        }
    }

    @Test
    void isEmptyAndWellAtFirst() {
        try (SqliteJournal journal = open()) {
            assertThat(journal.last()).isEmpty();
            assertThat(journal.verify().ok()).isTrue();
            assertThat(journal.verify().head()).isEqualTo(Hash32.ZERO);
        }
    }

    @Test
    void refusesASecondWriterInTheSameProcessAndKeepsTheFirstsLock() {
        try (SqliteJournal journal = open()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(this::open)
                        .isInstanceOf(JournalLockedException.class)
                        .hasMessageContaining("this process writes the journal already");
            }
            journal.append(new Halted("still here"));
        }
        open().close();
    }

    @Test
    void refusesAWriterThatCameThroughAnotherDoor() throws Exception {
        try (SqliteJournal journal = open()) {
            journal.append(new Halted("a"));
            change("INSERT INTO entry SELECT 2, at, type, json, previous, hash FROM entry");
            assertThatThrownBy(() -> journal.append(new Halted("b"))).isInstanceOf(JournalLockedException.class);
        }
    }

    @Test
    void namesTheFirstEntryThatWasChangedOrRemoved() throws Exception {
        for (String change : List.of(
                "UPDATE entry SET json = replace(json, 'entry', 'Entry') WHERE seq >= 5",
                "UPDATE entry SET at = '2026-11-22T14:00:00.123456788Z' WHERE seq = 5",
                "UPDATE entry SET type = 'SessionEnded' WHERE seq = 5",
                "UPDATE entry SET at = 'noon' WHERE seq = 5",
                "UPDATE entry SET at = 'noon' || char(10, 27) WHERE seq = 5",
                "UPDATE entry SET hash = 'x' WHERE seq = 5",
                "UPDATE entry SET previous = (SELECT hash FROM entry WHERE seq = 2) WHERE seq = 5",
                "DELETE FROM entry WHERE seq = 5",
                "DELETE FROM entry WHERE seq >= 5",
                "UPDATE entry SET seq = 50 WHERE seq = 5",
                "INSERT INTO entry SELECT 19, at, type, json, previous, hash FROM entry WHERE seq = 4;"
                        + "UPDATE entry SET type = '' WHERE seq = 5")) {
            tenEntries();
            change(change);
            try (SqliteJournalReader reader = SqliteJournalReader.open(file)) {
                assertThat(reader.verify().problem().orElseThrow().seq())
                        .as(change)
                        .isEqualTo(5);
                assertThat(reader.verify().entries()).isEqualTo(4);
            }
            assertThatThrownBy(this::open)
                    .as(change)
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageStartingWith(file + ": entry 5: ")
                    .message()
                    .doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Test
    void refusesARewrittenChainThatWasNeverAcknowledged() throws Exception {
        tenEntries();
        Path head = folder.resolve("sub/journal.db.head");
        byte[] acknowledged = Files.readAllBytes(head);
        wipe();
        tenEntriesOf("forged ");
        Files.write(head, acknowledged);
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalCorruptException.class)
                .hasMessageContaining("entry 10: another entry was acknowledged");
    }

    @Test
    void neverStartsAfreshWhenTheDatabaseIsGone() throws Exception {
        tenEntries();
        Files.delete(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalCorruptException.class)
                .hasMessage(file + ": entry 1: the file is gone, 10 entries were acknowledged");
        Files.createFile(file);
        assertThatThrownBy(this::open).isInstanceOf(JournalCorruptException.class);
    }

    @Test
    void refusesAnotherFormat() throws Exception {
        tenEntries();
        change("UPDATE schema_version SET version = 1");
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessage(file + ": the journal has format 1, this program knows format 2");
    }

    @Test
    void refusesToReadWhatIsNotThere() {
        assertThatThrownBy(() -> SqliteJournalReader.open(file))
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessage(file + ": there is no journal");
    }

    @Test
    void appendsNothingAfterItWasClosed() {
        SqliteJournal journal = open();
        journal.close();
        assertThatThrownBy(() -> journal.append(new Halted("late"))).isInstanceOf(JournalUnavailableException.class);
    }

    @Test
    void appendsAndReadsWhileTheThreadIsInterrupted() {
        try (SqliteJournal journal = open()) {
            Thread.currentThread().interrupt();
            journal.append(new Halted("told to stop"));
            journal.append(new SessionEnded("told to stop"));
            assertThat(journal.verify().entries()).isEqualTo(2);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        open().close();
    }

    @Test
    void numbersWithoutGapsWhenManyThreadsAppend() throws Exception {
        try (SqliteJournal journal = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 8; thread++) {
                threads.execute(() -> IntStream.range(0, 10).forEach(i -> journal.append(new Halted("" + i))));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(journal.verify().entries()).isEqualTo(80);
        }
    }

    @Test
    void isOfferedByAnotherNameOfTheSameFileOnce() throws Exception {
        try (SqliteJournal journal = open()) {
            journal.append(new Halted("a"));
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
            assertThatThrownBy(() -> SqliteJournal.open(link, CLOCK)).isInstanceOf(JournalLockedException.class);
        }
    }

    private SqliteJournal open() {
        return SqliteJournal.open(file, CLOCK);
    }

    private void tenEntries() throws Exception {
        wipe();
        tenEntriesOf("entry ");
    }

    private void tenEntriesOf(String text) {
        try (SqliteJournal journal = open()) {
            for (int i = 1; i <= 10; i++) {
                JournalEvent event = new Halted(text + i);
                journal.append(event);
            }
        }
    }

    private void wipe() throws Exception {
        for (String end : List.of("", "-wal", "-shm", ".head", ".lock")) {
            Files.deleteIfExists(Path.of(file + end));
        }
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
