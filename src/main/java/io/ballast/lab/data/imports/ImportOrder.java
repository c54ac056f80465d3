package io.ballast.lab.data.imports;

import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.SeriesName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to import.
 *
 * @param files at least one
 * @param name of the one series that all files make up, in the order given; without it each file is a series named after it
 * @param panel whether each column but the time holds the closes of a series named after it
 * @param replace whether series of these names may be there already
 */
public record ImportOrder(
        List<Path> files, Optional<SeriesName> name, ImportMapping mapping, boolean panel, boolean replace) {
    public ImportOrder {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("nothing to import");
        }
    }
}
