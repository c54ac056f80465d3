package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.json.JournalJson;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table of entries over one connection; rows are checked against their hashes as entries are made of them. Thread-safe. */
final class EntryTable implements AutoCloseable {
    private static final String COLUMNS = "SELECT seq, at, type, json, previous, hash FROM entry ";
    private static final int FIELDS = 6;
    private static final int PAGE = 256;
    private final Path file;
    private final Connection connection;
    private final Map<Integer, PreparedStatement> inserts = new HashMap<>();

    EntryTable(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    Path file() {
        return file;
    }

    /** One statement is one transaction: all is durable when this returns, or rolled back when this throws. */
    synchronized void insert(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            PreparedStatement insert = insert(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                fill(insert, i * FIELDS, entries.get(i));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.translate(file, entries.getFirst().seq(), e);
        }
    }

    /** Prepared once; closed with the connection. */
    private PreparedStatement insert(int rows) throws SQLException {
        PreparedStatement known = inserts.get(rows);
        if (known == null) {
            String values = String.join(", ", Collections.nCopies(rows, "(?, ?, ?, ?, ?, ?)"));
            known = connection.prepareStatement("INSERT INTO entry VALUES " + values);
            inserts.put(rows, known);
        }
        return known;
    }

    private static void fill(PreparedStatement insert, int before, JournalEntry entry) throws SQLException {
        insert.setLong(before + 1, entry.seq());
        insert.setString(before + 2, entry.at().toString());
        insert.setString(before + 3, entry.type());
        insert.setString(before + 4, entry.json());
        insert.setString(before + 5, entry.previous().hex());
        insert.setString(before + 6, entry.hash().hex());
    }

    /** Up to 256 rows from a number on. */
    synchronized List<StoredRow> page(long fromSeq) {
        return query("WHERE seq >= ? ORDER BY seq LIMIT " + PAGE, fromSeq, fromSeq);
    }

    Stream<JournalEntry> stream(long fromSeq) {
        ChainIterator chain = new ChainIterator(this, Math.max(1, fromSeq));
        int order = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(chain, order), false);
    }

    synchronized Optional<JournalEntry> last() {
        return first(query("ORDER BY seq DESC LIMIT ?", 1, 1));
    }

    synchronized Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
        return first(query("WHERE type = ? ORDER BY seq DESC LIMIT 1", JournalJson.type(type), 1));
    }

    /** SQLite's own check of pages and structure. */
    synchronized void refuseDamagedPages() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String verdict = rows.next() ? rows.getString(1) : "no answer";
            if (!verdict.equals("ok")) {
                throw new JournalCorruptException(file.toString(), nextSeq(), "damaged database: " + verdict);
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(file, 1, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlErrors.translate(file, 1, e);
        }
    }

    private long nextSeq() {
        return last().map(JournalEntry::seq).orElse(0L) + 1;
    }

    private Optional<JournalEntry> first(List<StoredRow> rows) {
        return rows.stream().findFirst().map(row -> row.checked(file.toString()));
    }

    /** @param suspect the entry to name if SQLite cannot read the first row */
    private List<StoredRow> query(String clause, Object argument, long suspect) {
        List<StoredRow> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + clause)) {
            select.setObject(1, argument);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(StoredRow.of(rows));
                }
            }
        } catch (SQLException e) {
            // Rows before the damage are good; the next page starts at it and throws.
            if (found.isEmpty()) {
                throw SqlErrors.translate(file, suspect, e);
            }
        }
        return found;
    }
}
