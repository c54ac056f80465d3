package io.ballast.lab.data.imports;

import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.csv.CsvSource;
import io.ballast.lab.data.duckdb.ParquetBars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens a file of others by what it holds: Parquet, a pool's bars in Demeter's form, or bars in CSV. */
public final class Foreign {
    private Foreign() {}

    /**
     * The rows of a file, with the time of each bar's open.
     *
     * @throws DataRefusedException if it is none of these
     */
    public static BatchSource open(Path file, ImportMapping mapping) {
        BatchSource rows = asWritten(file, mapping);
        return mapping.marks() == ImportMapping.Marks.OPEN
                ? rows
                : new ClosingTimes(rows, mapping.timeframe().orElseThrow());
    }

    private static BatchSource asWritten(Path file, ImportMapping mapping) {
        return isParquet(file) ? new ParquetBars().open(file, mapping) : new CsvSource(file, mapping);
    }

    /** Columns of a file that {@link #open} reads nothing from. */
    public static List<String> unused(Path file, ImportMapping mapping) {
        if (isParquet(file)) {
            return new ParquetBars().unused(file, mapping);
        }
        try (CsvSource rows = new CsvSource(file, mapping)) {
            return rows.unused();
        }
    }

    /** Whether a file is Parquet, whatever it is called. */
    public static boolean isParquet(Path file) {
        if (!Files.isRegularFile(file)) {
            throw DataRefusedException.of(file, Files.exists(file) ? "is not a file" : "no such file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PAR1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
