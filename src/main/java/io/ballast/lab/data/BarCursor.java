package io.ballast.lab.data;

/** Walks the bars of a source one by one, without an object for each. For one thread. */
public final class BarCursor implements AutoCloseable {
    private final BatchSource rows;
    private final Batch batch;
    private int at = -1;

    public BarCursor(BatchSource rows) {
        this.rows = rows;
        this.batch = new Batch(rows.schema());
    }

    /** Goes to the next bar; false after the last, and from then on. */
    public boolean next() {
        at++;
        if (at < batch.size()) {
            return true;
        }
        at = 0;
        return rows.next(batch);
    }

    /** Start of the bar, in milliseconds since 1970. */
    public long time() {
        return batch.longs(Schema.TIME)[at];
    }

    public double openPrice() {
        return batch.doubles(Schema.OPEN)[at];
    }

    public double highPrice() {
        return batch.doubles(Schema.HIGH)[at];
    }

    public double lowPrice() {
        return batch.doubles(Schema.LOW)[at];
    }

    public double closePrice() {
        return batch.doubles(Schema.CLOSE)[at];
    }

    /** In units of the base; NaN if unknown. */
    public double volume() {
        return batch.doubles(Schema.VOLUME)[at];
    }

    /** Columns of this bar beyond those of every bar. */
    public Batch batch() {
        return batch;
    }

    /** Place of this bar in {@link #batch()}. */
    public int row() {
        return at;
    }

    @Override
    public void close() {
        rows.close();
    }
}
