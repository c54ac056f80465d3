package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalUnavailableException;
import io.ballast.base.units.Hash32;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Number and hash of the last acknowledged entry, in a file beside the database. SQLite drops the end of a damaged write-ahead
 * log without a word; this file shows it. Written after the commit and without fsync: after a power cut it may be behind the
 * database, never ahead of it.
 */
final class HeadFile {
    private final Path database;
    private final Path file;

    HeadFile(Path database) {
        this.database = database;
        this.file = database.resolveSibling(database.getFileName() + ".head");
    }

    /** The last acknowledged entry. */
    record Head(long seq, Hash32 hash) {
        boolean contradicts(JournalEntry entry) {
            return entry.seq() == seq && !entry.hash().equals(hash);
        }
    }

    /** Empty if nothing was ever acknowledged, or the database was copied here without this file. */
    Optional<Head> read() {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            String[] parts = text.strip().split(" +");
            return Optional.of(new Head(Long.parseLong(parts[0]), new Hash32(parts[1])));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new JournalUnavailableException(file + ": cannot be read: " + e, e);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new JournalCorruptException(
                    file.toString(),
                    1,
                    "not the number and hash of an entry; if `journal verify` without it is good," + " move it away",
                    e);
        }
    }

    void refuseIfDatabaseIsGone(Optional<Head> head) {
        if (head.isPresent() && !Files.exists(database)) {
            throw new JournalCorruptException(
                    database.toString(), 1, "the file is gone, " + head.get().seq() + " entries were acknowledged");
        }
    }

    void write(JournalEntry entry) {
        String line = String.format(
                Locale.ROOT, "%020d %s%n", entry.seq(), entry.hash().hex());
        // Not a channel: those close when the thread is interrupted, and an agent that is told to stop still has to
        // journal.
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new JournalUnavailableException(file + ": cannot be written: " + e, e);
        }
    }
}
