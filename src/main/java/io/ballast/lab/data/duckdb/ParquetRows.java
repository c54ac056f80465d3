package io.ballast.lab.data.duckdb;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Column;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of one query over a Parquet file, streamed. For one thread. */
final class ParquetRows implements BatchSource {
    private static final int WORD_BYTES = 32;

    private final Path file;
    private final Schema schema;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet result;
    private long count;

    private ParquetRows(Path file, Schema schema, Connection connection, Statement statement, ResultSet result) {
        this.file = file;
        this.schema = schema;
        this.connection = connection;
        this.statement = statement;
        this.result = result;
    }

    /** @param query whose columns are the schema's */
    @SuppressWarnings("MustBeClosedChecker") // closed by close, or here when the query is refused
    static ParquetRows open(Path file, Schema schema, String query) {
        try {
            Connection connection = Duckdb.open();
            try {
                Statement statement = connection.createStatement();
                return new ParquetRows(file, schema, connection, statement, statement.executeQuery(query));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Duckdb.refused(file, e);
        }
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public boolean next(Batch batch) {
        try {
            int row = 0;
            while (row < Batch.ROWS && result.next()) {
                batch.origins()[row] = ++count;
                for (int i = 0; i < schema.size(); i++) {
                    take(batch, i, row);
                }
                row++;
            }
            batch.size(row);
            return row > 0;
        } catch (SQLException e) {
            throw Duckdb.refused(file, e);
        }
    }

    private void take(Batch batch, int column, int row) throws SQLException {
        switch (schema.type(column)) {
            case LONG -> {
                batch.longs(column)[row] = result.getLong(column + 1);
                refuseNull(column);
            }
            case DOUBLE -> {
                double value = result.getDouble(column + 1);
                batch.doubles(column)[row] = result.wasNull() ? Double.NaN : value;
            }
            case WORD, BYTES -> {
                byte[] word = result.getBytes(column + 1);
                boolean whole = schema.type(column) == Column.Type.BYTES || (word != null && word.length == WORD_BYTES);
                if (word == null || !whole) {
                    throw refused(column, "is empty, or no word of 32 bytes");
                }
                batch.words(column)[row] = word;
            }
        }
    }

    private void refuseNull(int column) throws SQLException {
        if (result.wasNull()) {
            throw refused(column, "is empty");
        }
    }

    private DataRefusedException refused(int column, String reason) {
        return DataRefusedException.at(file, count, schema.columns().get(column).name() + " " + reason);
    }

    @Override
    public void close() {
        try (connection;
                statement;
                result) {
            count = 0;
        } catch (SQLException e) {
            throw Duckdb.refused(file, e);
        }
    }
}
