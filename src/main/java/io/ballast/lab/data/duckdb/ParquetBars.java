package io.ballast.lab.data.duckdb;

import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens bars in Parquet files of others, as freqtrade and data vendors write them: by the same names as CSV. */
public final class ParquetBars {
    private static final List<String> TIMES =
            List.of("timestamp", "open_time", "opentime", "time", "datetime", "date", "unix");

    private final ParquetFiles files = new ParquetFiles();

    /** Columns that nothing is read from, by the same rules. */
    public List<String> unused(Path file, ImportMapping mapping) {
        List<String> there = files.columns(file);
        List<Optional<String>> wanted = List.of(
                mapping.time().or(() -> first(there, TIMES)),
                mapping.open().or(() -> Optional.of("open")),
                mapping.high().or(() -> Optional.of("high")),
                mapping.low().or(() -> Optional.of("low")),
                mapping.close().or(() -> Optional.of("close")),
                mapping.volume().or(() -> Optional.of("volume")));
        return there.stream()
                .filter(name -> wanted.stream()
                        .noneMatch(used -> used.filter(name::equalsIgnoreCase).isPresent()))
                .map(DataRefusedException::printable)
                .toList();
    }

    /**
     * Opens a file.
     *
     * @throws DataRefusedException if it lacks a column, or one cannot be read as what it should be
     */
    public BatchSource open(Path file, ImportMapping mapping) {
        List<String> there = files.columns(file);
        String time = column(file, there, mapping.time(), TIMES);
        Optional<String> alone = mapping.open().isEmpty() ? mapping.close() : Optional.empty();
        String query = "SELECT " + millis(time) + ", "
                + price(file, there, mapping.open().or(() -> alone), "open") + ", "
                + price(file, there, mapping.high().or(() -> alone), "high") + ", "
                + price(file, there, mapping.low().or(() -> alone), "low") + ", "
                + price(file, there, mapping.close(), "close") + ", "
                + volume(file, there, mapping) + " FROM read_parquet(" + Duckdb.literal(file) + ")";
        return ParquetRows.open(file, Schema.BARS, query);
    }

    /** Times of any type: a timestamp, a date, a whole number by its size, or text in ISO 8601. */
    private static String millis(String column) {
        String name = Duckdb.quoted(column);
        String number = "TRY_CAST(" + name + "::VARCHAR AS BIGINT)";
        String instant = "epoch_ms(CAST(" + name + "::VARCHAR AS TIMESTAMPTZ))";
        return "CASE WHEN " + number + " IS NULL THEN " + instant + " WHEN abs(" + number + ") < 100000000000 THEN "
                + number + " * 1000 WHEN abs(" + number + ") < 100000000000000 THEN " + number + " ELSE " + number
                + " // 1000 END";
    }

    private static String price(Path file, List<String> there, Optional<String> named, String usual) {
        return "CAST(" + Duckdb.quoted(column(file, there, named, List.of(usual))) + " AS DOUBLE)";
    }

    private static String volume(Path file, List<String> there, ImportMapping mapping) {
        boolean has =
                mapping.volume().isPresent() || first(there, List.of("volume")).isPresent();
        return has ? price(file, there, mapping.volume(), "volume") : "CAST('NaN' AS DOUBLE)";
    }

    private static String column(Path file, List<String> there, Optional<String> named, List<String> usual) {
        List<String> wanted = named.map(List::of).orElse(usual);
        return first(there, wanted)
                .orElseThrow(() -> DataRefusedException.of(
                        file, "has no column \"" + wanted.getFirst() + "\", only " + String.join(", ", there)));
    }

    private static Optional<String> first(List<String> there, List<String> wanted) {
        return wanted.stream()
                .flatMap(name -> there.stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))))
                .findFirst();
    }
}
