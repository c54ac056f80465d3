package io.ballast.act.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalException;
import io.ballast.act.journal.RandomEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flips and cuts in the files of a journal: it is refused, or every entry is as it was. */
class SqliteJournalDamageTest {
    private static final int FLIPS = Integer.getInteger("ballast.flips", 150);

    @TempDir
    Path folder;

    private final List<JournalEntry> written = new ArrayList<>();
    private Path database;
    private byte[] main;
    private byte[] log;
    private byte[] head;

    /** As a killed writer leaves it: most entries in the database, the last ones in the write-ahead log. */
    @BeforeEach
    void write() throws Exception {
        Path file = folder.resolve("journal.db");
        RandomEvents events = new RandomEvents(5);
        try (SqliteJournal journal = open(file)) {
            for (int i = 0; i < 8; i++) {
                written.add(journal.append(events.decision(3, 6)));
            }
        }
        try (SqliteJournal journal = open(file)) {
            for (int i = 0; i < 4; i++) {
                written.add(journal.append(new Halted("entry " + i)));
            }
            main = Files.readAllBytes(file);
            log = Files.readAllBytes(Path.of(file + "-wal"));
            head = Files.readAllBytes(Path.of(file + ".head"));
        }
        database = Files.createDirectory(folder.resolve("hurt")).resolve("journal.db");
    }

    @Test
    void opensUnhurt() throws Exception {
        restore(main, log);
        try (SqliteJournal journal = open(database)) {
            assertThat(journal.read(1).toList()).isEqualTo(written);
        }
    }

    @Test
    void refusesAFlippedBitInTheDatabaseOrIsNotHurtByIt() throws Exception {
        int refused = 0;
        Random random = new Random(3);
        for (int i = 0; i < FLIPS; i++) {
            int page = 4096 * (i - 100);
            int at = i < 100 ? i : page < main.length ? page : random.nextInt(main.length);
            refused += refusedOrUnhurt(flipped(main, at, random), log, "database byte " + at);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void refusesAFlippedBitInTheLog() throws Exception {
        int refused = 0;
        Random random = new Random(4);
        for (int i = 0; i < FLIPS / 3; i++) {
            int at = random.nextInt(log.length);
            refused += refusedOrUnhurt(main, flipped(log, at, random), "log byte " + at);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void refusesACutLogAndNamesTheFirstEntryThatIsLost() throws Exception {
        restore(main, Arrays.copyOf(log, log.length - 1));
        try (SqliteJournal journal = open(database)) {
            fail("opened with " + journal.verify().entries() + " of 12 entries");
        } catch (JournalCorruptException e) {
            assertThat(e.seq()).isEqualTo(12);
            assertThat(e).hasMessageContaining("lost: entries up to 12 were acknowledged, the last one here is 11");
        }
    }

    @Test
    void refusesACutDatabase() throws Exception {
        for (int part = 0; part < 8; part++) {
            refusedOrUnhurt(Arrays.copyOf(main, main.length * part / 8), log, "cut to " + part + "/8");
        }
    }

    private int refusedOrUnhurt(byte[] hurtMain, byte[] hurtLog, String what) throws Exception {
        restore(hurtMain, hurtLog);
        try (SqliteJournal journal = open(database)) {
            assertThat(journal.read(1).toList()).as(what).isEqualTo(written);
            return 0;
        } catch (JournalException e) {
            assertThat(e).as(what).hasMessageContaining("journal.db").hasMessageNotContaining("\n");
            return 1;
        }
    }

    private void restore(byte[] mainContent, byte[] logContent) throws Exception {
        Files.deleteIfExists(Path.of(database + "-shm"));
        Files.write(database, mainContent);
        Files.write(Path.of(database + "-wal"), logContent);
        Files.write(Path.of(database + ".head"), head);
    }

    private static byte[] flipped(byte[] content, int at, Random random) {
        byte[] copy = content.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private static SqliteJournal open(Path file) {
        return SqliteJournal.open(file, () -> Instant.EPOCH);
    }
}
