package io.ballast.lab.data.events;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Schema;
import java.util.Iterator;
import java.util.List;

/** Objects at hand as rows. For one thread. */
final class ListSource<T> implements BatchSource {
    private final Schema schema;
    private final String name;
    private final Iterator<T> items;
    private final Filler<T> filler;

    /** Writes one object into one row. */
    @FunctionalInterface
    interface Filler<T> {
        void fill(Batch batch, int row, T item);
    }

    ListSource(Schema schema, String name, List<T> items, Filler<T> filler) {
        this.schema = schema;
        this.name = name;
        this.items = items.iterator();
        this.filler = filler;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean next(Batch batch) {
        int row = 0;
        while (row < Batch.ROWS && items.hasNext()) {
            batch.origins()[row] = row + 1L;
            filler.fill(batch, row, items.next());
            row++;
        }
        batch.size(row);
        return row > 0;
    }

    @Override
    public void close() {
        // Nothing is held but the list.
    }
}
