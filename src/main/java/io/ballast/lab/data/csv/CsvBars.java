package io.ballast.lab.data.csv;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Bars of a CSV file with a column for the time and for open, high, low and close, as exchanges, freqtrade and ta4j write them. What a
 * column is, its name says, or the mapping. Every other column stays unread. For one thread.
 */
public final class CsvBars implements BatchSource {
    private final CsvRows rows;
    private final int open;
    private final int high;
    private final int low;
    private final int close;
    private final int volume;

    /**
     * Opens a file, plain or packed by gzip.
     *
     * @throws io.ballast.lab.data.DataRefusedException if it is not CSV text with these columns
     */
    public CsvBars(Path file, ImportMapping mapping) {
        rows = new CsvRows(file, mapping);
        try {
            Header header = rows.header();
            open = header.find("opening price", price(mapping.open(), mapping), List.of("open"));
            high = header.find("highest price", price(mapping.high(), mapping), List.of("high"));
            low = header.find("lowest price", price(mapping.low(), mapping), List.of("low"));
            close = header.find("closing price", mapping.close(), List.of("close"));
            volume = header.findOptional("volume", mapping.volume(), "volume");
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** A mapping that names the close alone means it for all four. */
    private static Optional<String> price(Optional<String> named, ImportMapping mapping) {
        boolean alone = mapping.open().isEmpty()
                && mapping.high().isEmpty()
                && mapping.low().isEmpty();
        return alone ? mapping.close() : named;
    }

    @Override
    public Schema schema() {
        return Schema.BARS;
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
            batch.doubles(Schema.OPEN)[count] = rows.number("open", open);
            batch.doubles(Schema.HIGH)[count] = rows.number("high", high);
            batch.doubles(Schema.LOW)[count] = rows.number("low", low);
            batch.doubles(Schema.CLOSE)[count] = rows.number("close", close);
            batch.doubles(Schema.VOLUME)[count] = volume < 0 ? Double.NaN : rows.number("volume", volume);
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
