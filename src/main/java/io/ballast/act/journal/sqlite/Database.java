package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;

/** Opens the database file and knows its schema. */
final class Database {
    private static final int VERSION = 2;
    /** "BLST" in SQLite's header: this file was made by us. */
    private static final int APPLICATION = 0x424c5354;

    private static final String[] SCHEMA = {
        "CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT",
        "INSERT INTO schema_version VALUES (" + VERSION + ")",
        """
        CREATE TABLE entry (
          seq INTEGER PRIMARY KEY CHECK (seq > 0),
          at TEXT NOT NULL,
          type TEXT NOT NULL,
          json TEXT NOT NULL,
          previous TEXT NOT NULL,
          hash TEXT NOT NULL
        ) STRICT""",
        "PRAGMA application_id = " + APPLICATION
    };

    private Database() {}

    /** The one name of a file, links resolved; its folder is made if need be. */
    static Path realPath(Path file) {
        try {
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            return Files.createDirectories(folder).toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw new JournalUnavailableException(file + ": there is no place for the journal: " + e, e);
        }
    }

    static EntryTable openToWrite(Path file, boolean written) {
        return open(file, false, written);
    }

    static EntryTable openToRead(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new JournalUnavailableException(file + ": there is no journal", null);
        }
        return open(file, true, true);
    }

    private static EntryTable open(Path file, boolean readOnly, boolean written) {
        try {
            Connection connection = connect(file, readOnly);
            try {
                prepare(file, connection, readOnly, written);
                return new EntryTable(file, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(file, 1, e);
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.setReadOnly(readOnly);
        config.enableFullSync(true);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static void prepare(Path file, Connection connection, boolean readOnly, boolean written)
            throws SQLException {
        if (!readOnly && !written && isBlank(file, connection)) {
            create(connection);
        }
        if (number(file, connection, "PRAGMA application_id") != APPLICATION) {
            throw new JournalCorruptException(
                    file.toString(), 1, "the file is not a journal, or its header is damaged");
        }
        long version = number(file, connection, "SELECT version FROM schema_version");
        if (version != VERSION) {
            throw new JournalUnavailableException(
                    file + ": the journal has format " + version + ", this program knows format " + VERSION, null);
        }
        if (!readOnly) {
            requireDurable(file, connection);
        }
    }

    private static boolean isBlank(Path file, Connection connection) throws SQLException {
        return number(file, connection, "SELECT count(*) FROM sqlite_schema") == 0
                && number(file, connection, "PRAGMA application_id") == 0;
    }

    private static void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void requireDurable(Path file, Connection connection) throws SQLException {
        String mode = text(connection, "PRAGMA journal_mode");
        long synchronous = number(file, connection, "PRAGMA synchronous");
        if (!mode.equals("wal") || synchronous != 2) {
            throw new JournalUnavailableException(
                    file + ": no durable writes here: journal_mode " + mode + ", synchronous " + synchronous, null);
        }
    }

    /** A damaged page can hold anything, nothing too. */
    private static long number(Path file, Connection connection, String sql) throws SQLException {
        String text = text(connection, sql);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new JournalCorruptException(file.toString(), 1, sql + " gives " + text + ", a number is due", e);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException("no answer to " + sql);
            }
            return String.valueOf(rows.getString(1));
        }
    }
}
