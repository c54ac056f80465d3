package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.json.Chain;
import io.ballast.base.units.Hash32;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row as it lies in the table, not trusted yet. */
record StoredRow(
        long seq,
        @Nullable String at,
        @Nullable String type,
        @Nullable String json,
        @Nullable String previous,
        @Nullable String hash) {
    static StoredRow of(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    /**
     * The entry, if it is as it was written.
     *
     * @throws JournalCorruptException if it is not
     */
    JournalEntry checked(String file) {
        if (at == null || type == null || json == null || previous == null || hash == null) {
            throw new JournalCorruptException(file, seq, "a column is empty");
        }
        try {
            return Chain.stored(file, seq, Instant.parse(at), type, json, new Hash32(previous), new Hash32(hash));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new JournalCorruptException(file, seq, "a column is damaged: " + e.getMessage(), e);
        }
    }
}
