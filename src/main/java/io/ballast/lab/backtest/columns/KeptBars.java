package io.ballast.lab.backtest.columns;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Schema;
import java.util.Arrays;

/** Keeps times and closes of bars on their way to somebody else. */
final class KeptBars implements BatchSource {
    private final BatchSource rows;
    private long[] times = new long[1 << 16];
    private double[] closes = new double[1 << 16];
    private int count;

    KeptBars(BatchSource rows) {
        this.rows = rows;
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public boolean next(Batch batch) {
        boolean more = rows.next(batch);
        if (more) {
            int room = Math.addExact(count, batch.size());
            if (room > times.length) {
                times = Arrays.copyOf(times, Math.max(room, 2 * times.length));
                closes = Arrays.copyOf(closes, times.length);
            }
            System.arraycopy(batch.longs(Schema.TIME), 0, times, count, batch.size());
            System.arraycopy(batch.doubles(Schema.CLOSE), 0, closes, count, batch.size());
            count = room;
        }
        return more;
    }

    /** Starts of the bars, milliseconds since 1970. */
    long[] times() {
        return Arrays.copyOf(times, count);
    }

    double[] closes() {
        return Arrays.copyOf(closes, count);
    }

    @Override
    public void close() {
        rows.close();
    }
}
