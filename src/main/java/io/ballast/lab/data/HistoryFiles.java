package io.ballast.lab.data;

import java.nio.file.Path;
import java.util.List;

/** The form in which a store keeps its files. Thread-safe; what it opens is for one thread. */
public interface HistoryFiles {
    /**
     * Writes all rows of a source into a new file, in bounded memory. Whatever goes wrong, the caller removes what was begun.
     *
     * @throws DataRefusedException as the source does
     */
    void write(Path file, BatchSource rows);

    /**
     * Opens a file of the store.
     *
     * @param span of what the first column holds
     * @throws DataRefusedException if it is damaged or is not of the schema
     */
    BatchSource read(Path file, Schema schema, Span span);

    /** The names of a file's columns, in order. */
    List<String> columns(Path file);

    /** Of bars. */
    Extent extent(Path file);
}
