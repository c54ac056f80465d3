package io.ballast.lab.data.csv;

import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import java.nio.file.Path;
import java.util.List;

/** A CSV file with a column for the time and one for the closes of each market. */
public final class CsvPanel {
    private CsvPanel() {}

    /**
     * The markets, in the order of their columns.
     *
     * @throws DataRefusedException if there is none
     */
    public static List<String> columns(Path file, ImportMapping mapping) {
        try (CsvRows rows = new CsvRows(file, mapping)) {
            List<String> markets = rows.unused();
            if (markets.isEmpty()) {
                throw DataRefusedException.of(file, "has no column beside the time, expected one for each market");
            }
            return markets;
        }
    }
}
