package io.ballast.lab.data.imports;

import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.SeriesName;
import java.nio.file.Path;

/** The series that a file's name means: {@code BTC_USDT-1h.csv.gz}, as freqtrade names it, holds BTC_USDT. */
final class FileNames {
    private FileNames() {}

    static SeriesName series(Path file) {
        String name = file.getFileName().toString();
        String bare = name.replaceAll("(?i)(\\.(csv|txt|gz|parquet|pq))+$", "").replaceAll("-[0-9]+[smhdwM]$", "");
        return named(file, bare);
    }

    static SeriesName named(Path file, String text) {
        try {
            return new SeriesName(text);
        } catch (IllegalArgumentException e) {
            throw DataRefusedException.of(
                    file,
                    "\"" + text + "\" cannot be the name of a series, expected --name with letters, digits, . _ -");
        }
    }
}
