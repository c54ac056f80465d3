package io.ballast.act.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalLockedException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, and what is left of one that was killed. */
class SqliteJournalProcessTest {
    private static final int KILLS = Integer.getInteger("ballast.kills", 5);

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedEntryWhenTheProcessIsKilled() throws Exception {
        Path file = folder.resolve("journal.db");
        Random random = new Random(11);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Child child = new Child("", file, Integer.MAX_VALUE)) {
                for (int line = random.nextInt(120); line >= 0; line--) {
                    child.line();
                }
                acknowledged = Math.max(acknowledged, child.killAndCountAcknowledged());
            }
            try (SqliteJournalReader reader = SqliteJournalReader.open(file)) {
                JournalCheck check = reader.verify();
                assertThat(check.problem()).isEmpty();
                assertThat(check.entries()).isBetween(acknowledged, acknowledged + 1);
            }
        }
        assertThat(acknowledged).isGreaterThan(KILLS);
        try (SqliteJournal journal = SqliteJournal.open(file, InstantSource.system())) {
            assertThat(journal.append(new Halted("after")).seq()).isBetween(acknowledged + 1, acknowledged + 2);
        }
    }

    @Test
    void refusesASecondProcessAndLetsReadersIn() throws Exception {
        Path file = folder.resolve("journal.db");
        try (Child writer = new Child("", file, Integer.MAX_VALUE)) {
            for (int line = 0; line < 20; line++) {
                writer.line();
            }
            assertThatThrownBy(() -> SqliteJournal.open(file, InstantSource.system()))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessage(file.toRealPath() + ": another process writes the journal; one agent at a time");
            try (SqliteJournalReader reader = SqliteJournalReader.open(file)) {
                assertThat(reader.verify().ok()).isTrue();
                long seen = reader.last().orElseThrow().seq();
                await().until(() -> reader.last().orElseThrow().seq() > seen + 100);
                assertThat(reader.verify().ok()).isTrue();
            }
        }
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothingHalfWritten() throws Exception {
        Path file = folder.resolve("journal.db");
        List<String> said;
        try (Child child = new Child("ulimit -f 6000;", file, 100_000)) {
            said = child.rest();
        }
        assertThat(said.getLast()).startsWith("JournalUnavailableException " + file.toRealPath());
        long acknowledged = said.size() - 2L;
        assertThat(acknowledged).isPositive();
        try (SqliteJournal journal = SqliteJournal.open(file, InstantSource.system())) {
            assertThat(journal.verify().entries()).isBetween(acknowledged, acknowledged + 1);
            assertThat(journal.append(new Halted("space again")).seq()).isGreaterThan(acknowledged);
        }
    }
}
