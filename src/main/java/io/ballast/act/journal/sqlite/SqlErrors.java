package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalException;
import io.ballast.act.journal.JournalLockedException;
import io.ballast.act.journal.JournalUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What an error of SQLite means for the journal. */
final class SqlErrors {
    private static final int GENERIC = 1;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;

    private SqlErrors() {}

    /** @param seq the entry that was being read or written */
    static JournalException translate(Path file, long seq, SQLException e) {
        // Extended codes keep the primary one in the low byte.
        return switch (e.getErrorCode() & 0xff) {
            case GENERIC, CORRUPT, NOT_A_DATABASE ->
                new JournalCorruptException(file.toString(), Math.max(1, seq), "damaged database: " + said(e), e);
            case CONSTRAINT -> new JournalLockedException(file + ": entry " + seq + " was written by someone else");
            case FULL -> new JournalUnavailableException(file + ": the disk is full: " + said(e), e);
            default -> new JournalUnavailableException(file + ": cannot be used: " + said(e), e);
        };
    }

    private static String said(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
