package io.ballast.lab.data.duckdb;

import io.ballast.lab.data.DataRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Turns a CSV file of one's own, with a head, into Parquet. Thread-safe. */
public final class CsvAsParquet {
    private CsvAsParquet() {}

    /**
     * Types follow from all of the file: times, numbers, truth values, else text; an empty field is null.
     *
     * @param texts columns that stay text whatever they look like, such as exact amounts
     * @throws DataRefusedException if one cannot be read or the other not written
     */
    public static void convert(Path csv, Path parquet, List<String> texts) {
        try (Connection connection = Duckdb.open();
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv(" + Duckdb.literal(csv)
                    + ", header = true, delim = ',', quote = '\"', escape = '\"', sample_size = -1, types = {"
                    + texts.stream()
                            .map(column -> "'" + column + "': 'VARCHAR'")
                            .collect(Collectors.joining(", "))
                    + "})) TO "
                    + Duckdb.literal(parquet) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw Duckdb.refused(parquet, e);
        }
    }
}
