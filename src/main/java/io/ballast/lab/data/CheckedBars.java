package io.ballast.lab.data;

import java.time.Duration;

/** Rows that pass {@link BarRules} on their way. */
public final class CheckedBars implements BatchSource {
    private final BatchSource rows;
    private final BarRules rules;
    private long count;

    public CheckedBars(BatchSource rows, BarRules rules) {
        this.rows = rows;
        this.rules = rules;
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
            rules.check(rows.name(), batch);
            count += batch.size();
        }
        return more;
    }

    /** Of the rows so far. */
    public Duration timeframe() {
        return rules.timeframe(rows.name());
    }

    /** Rows so far. */
    public long count() {
        return count;
    }

    @Override
    public void close() {
        rows.close();
    }
}
