package io.ballast.lab.data.imports;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Schema;
import java.time.Duration;

/** Turns the times of closes into those of opens: read as opens they would show each bar before it has happened. */
record ClosingTimes(BatchSource rows, Duration timeframe) implements BatchSource {
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
        long[] times = batch.longs(Schema.TIME);
        for (int i = 0; i < batch.size(); i++) {
            times[i] = end(times[i]) - timeframe.toMillis();
        }
        return more;
    }

    /** Some sources write the last millisecond or second of a bar for its end. */
    private static long end(long close) {
        if (close % 1000 == 999) {
            return close + 1;
        }
        return close % 60_000 == 59_000 ? close + 1000 : close;
    }

    @Override
    public void close() {
        rows.close();
    }
}
