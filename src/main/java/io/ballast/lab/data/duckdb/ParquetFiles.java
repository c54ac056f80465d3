package io.ballast.lab.data.duckdb;

import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Column;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.Extent;
import io.ballast.lab.data.HistoryFiles;
import io.ballast.lab.data.Schema;
import io.ballast.lab.data.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/** Parquet, packed by Zstandard; words are BLOBs of 32 bytes. Thread-safe; what it opens is for one thread. */
public final class ParquetFiles implements HistoryFiles {

    @Override
    public void write(Path file, BatchSource rows) {
        BatchFunction function = new BatchFunction(rows);
        try (Connection connection = Duckdb.open();
                Statement statement = connection.createStatement();
                DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName("history").withFunction(function).register(connection);
            statement.execute("COPY (SELECT " + select(rows.schema()) + " FROM history()) TO " + Duckdb.literal(file)
                    + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)");
        } catch (SQLException e) {
            RuntimeException failure = function.failure();
            throw failure == null ? Duckdb.refused(file, e) : failure;
        }
    }

    private static String select(Schema schema) {
        return schema.columns().stream().map(ParquetFiles::selected).collect(Collectors.joining(", "));
    }

    /** Bytes come in as hexadecimal text. */
    private static String selected(Column column) {
        String name = column.name();
        return switch (column.type()) {
            case LONG, DOUBLE -> name;
            case WORD, BYTES -> "unhex(" + name + ") AS " + name;
        };
    }

    @Override
    public BatchSource read(Path file, Schema schema, Span span) {
        List<String> there = columns(file);
        for (Column column : schema.columns()) {
            if (!there.contains(column.name())) {
                throw DataRefusedException.of(
                        file, "has no column " + column.name() + ", only " + String.join(", ", there));
            }
        }
        String names = schema.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        String first = schema.columns().getFirst().name();
        return ParquetRows.open(
                file,
                schema,
                "SELECT " + names + " FROM read_parquet(" + Duckdb.literal(file) + ") WHERE " + first + " >= "
                        + span.from() + " AND " + first + " < " + span.to());
    }

    @Override
    public List<String> columns(Path file) {
        requireThere(file);
        try (Connection connection = Duckdb.open();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + Duckdb.literal(file) + ")")) {
            List<String> names = new ArrayList<>();
            while (result.next()) {
                names.add(result.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw Duckdb.refused(file, e);
        }
    }

    @Override
    public Extent extent(Path file) {
        requireThere(file);
        try (Connection connection = Duckdb.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT count(*), min(time), max(time) FROM read_parquet(" + Duckdb.literal(file) + ")")) {
            if (!result.next() || result.getLong(1) == 0) {
                throw DataRefusedException.of(file, "has no row");
            }
            return new Extent(
                    result.getLong(1),
                    Instant.ofEpochMilli(result.getLong(2)),
                    Instant.ofEpochMilli(result.getLong(3)));
        } catch (SQLException e) {
            throw Duckdb.refused(file, e);
        }
    }

    private static void requireThere(Path file) {
        if (!Files.isRegularFile(file)) {
            throw DataRefusedException.of(file, Files.exists(file) ? "is not a file" : "no such file");
        }
    }
}
