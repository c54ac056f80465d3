package io.ballast.lab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of a store whose rows are read through and forgotten: for tests of what comes before them. */
public final class MemoryFiles implements HistoryFiles {

    @Override
    public void write(Path file, BatchSource rows) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Batch batch = new Batch(rows.schema());
        while (rows.next(batch)) {
            batch.size();
        }
    }

    @Override
    public BatchSource read(Path file, Schema schema, Span span) {
        throw new UnsupportedOperationException("keeps no rows");
    }

    @Override
    public List<String> columns(Path file) {
        throw new UnsupportedOperationException("keeps no rows");
    }

    @Override
    public Extent extent(Path file) {
        throw new UnsupportedOperationException("keeps no rows");
    }
}
