package io.ballast.lab.data.csv;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Open, high, low, close and volume, each in a field of its own. What a column is, its name says, or the mapping. Immutable.
 *
 * @param volume negative if there is none
 */
record BarFields(int open, int high, int low, int close, int volume) implements CsvSource.Fields {

    /** @throws io.ballast.lab.data.DataRefusedException if one of the prices is missing */
    static BarFields of(Header header, ImportMapping mapping) {
        return new BarFields(
                header.find("opening price", price(mapping.open(), mapping), List.of("open")),
                header.find("highest price", price(mapping.high(), mapping), List.of("high")),
                header.find("lowest price", price(mapping.low(), mapping), List.of("low")),
                header.find("closing price", mapping.close(), List.of("close")),
                header.findOptional("volume", mapping.volume(), "volume"));
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
    public void read(CsvRows rows, Batch batch, int row) {
        batch.doubles(Schema.OPEN)[row] = rows.number("open", open);
        batch.doubles(Schema.HIGH)[row] = rows.number("high", high);
        batch.doubles(Schema.LOW)[row] = rows.number("low", low);
        batch.doubles(Schema.CLOSE)[row] = rows.number("close", close);
        batch.doubles(Schema.VOLUME)[row] = volume < 0 ? Double.NaN : rows.number("volume", volume);
    }
}
