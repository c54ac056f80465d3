package io.ballast.lab.data.imports;

import io.ballast.lab.data.SeriesKey;
import java.util.List;

/**
 * A series that was imported.
 *
 * @param unused columns of the files that nothing was read from, so no strategy can see them
 */
public record Imported(SeriesKey series, long rows, List<String> unused) {
    public Imported {
        unused = List.copyOf(unused);
    }
}
