package io.ballast.lab.data.csv;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.Schema;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file as bars: those of a pool in Demeter's form if its header says so, else those of a market as exchanges, freqtrade and ta4j
 * write them. For one thread.
 */
public final class CsvSource implements BatchSource {
    private final CsvRows rows;
    private final Fields fields;

    /** What of a row is read besides its time, and into which columns. */
    sealed interface Fields permits BarFields, PoolFields {
        Schema schema();

        /** Reads the row that {@code rows} stands at. */
        void read(CsvRows rows, Batch batch, int row);
    }

    /**
     * Opens a file, plain or packed by gzip.
     *
     * @throws DataRefusedException if it is not CSV text with all columns of either form, or the mapping lacks a pool's tokens
     */
    public CsvSource(Path file, ImportMapping mapping) {
        rows = new CsvRows(file, mapping);
        try {
            Header header = rows.header();
            fields = PoolFields.fit(header) ? PoolFields.of(header, mapping, file) : BarFields.of(header, mapping);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    @Override
    public Schema schema() {
        return fields.schema();
    }

    @Override
    public String name() {
        return rows.file().toString();
    }

    @Override
    public boolean next(Batch batch) {
        int count = 0;
        while (count < Batch.ROWS && rows.next()) {
            batch.origins()[count] = rows.line();
            batch.longs(Schema.TIME)[count] = rows.time();
            fields.read(rows, batch, count);
            count++;
        }
        batch.size(count);
        return count > 0;
    }

    /** Columns of the file that nothing is read from. */
    public List<String> unused() {
        return rows.unused();
    }

    @Override
    public void close() {
        rows.close();
    }
}
