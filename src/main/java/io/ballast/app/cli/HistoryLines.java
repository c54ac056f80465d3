package io.ballast.app.cli;

import io.ballast.app.cli.screen.HistoryLine;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.Span;
import io.ballast.lab.data.quality.Quality;
import io.ballast.lab.data.quality.QualityCheck;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at series of a store. */
final class HistoryLines {
    private HistoryLines() {}

    /** Reads the whole series. */
    static HistoryLine of(HistoryStore store, SeriesKey key) {
        try (BatchSource rows = store.bars(key, Span.ALL)) {
            Quality quality = QualityCheck.of(rows, key.timeframe());
            return new HistoryLine(
                    key, store.extent(key), store.file(key).toFile().length(), quality);
        }
    }

    /** Whether an argument is a file, and no name of a series. */
    static boolean isFile(String argument) {
        return argument.contains("/") || Files.isRegularFile(Path.of(argument));
    }
}
