package io.ballast.lab.data.quality;

import io.ballast.lab.data.BarRules;
import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks through a history in one pass. For one thread. */
public final class QualityCheck {
    private static final int EXAMPLES = 3;
    private static final int STILL_RUN = 24;
    private static final double LEAST_SPIKE = 0.08;
    /** Moves of this many times the usual are no market's. */
    private static final double UNUSUAL = 8;

    private static final double WICK = 1.5;

    private final long step;
    private final List<String> examples = new ArrayList<>();
    private long bars;
    private long missing;
    private long gaps;
    private long longestGap;
    private long duplicates;
    private long disordered;
    private long unfit;
    private long spikes;
    private long wicks;
    private long still;
    private long stillRun;
    private long lastTime = Long.MIN_VALUE;
    private double last = Double.NaN;
    private double lastMove = Double.NaN;
    private double sumOfMoves;
    private long moves;

    private QualityCheck(Duration timeframe) {
        this.step = timeframe.toMillis();
    }

    /** Reads all rows of a source. */
    public static Quality of(BatchSource rows, Duration timeframe) {
        QualityCheck check = new QualityCheck(timeframe);
        Batch batch = new Batch(rows.schema());
        while (rows.next(batch)) {
            for (int i = 0; i < batch.size(); i++) {
                check.row(batch, i);
            }
        }
        return check.result(timeframe);
    }

    private Quality result(Duration timeframe) {
        return new Quality(
                timeframe,
                bars,
                missing,
                gaps,
                longestGap,
                duplicates,
                disordered,
                unfit,
                spikes,
                wicks,
                still,
                examples);
    }

    private void row(Batch batch, int i) {
        long time = batch.longs(Schema.TIME)[i];
        bars++;
        time(time);
        String reason = BarRules.unfit(batch, i);
        if (reason == null) {
            prices(batch, i, time);
        } else {
            example(unfit++, time, reason);
        }
        lastTime = time;
    }

    private void time(long time) {
        if (lastTime == Long.MIN_VALUE) {
            return;
        }
        long distance = time - lastTime;
        if (distance == 0) {
            example(duplicates++, time, "is there twice");
        } else if (distance < 0 || distance % step != 0) {
            example(disordered++, time, "is out of order or off the timeframe");
        } else if (distance > step) {
            long absent = distance / step - 1;
            example(gaps++, time, absent + " bars missing before it");
            missing += absent;
            longestGap = Math.max(longestGap, absent);
        }
    }

    private void prices(Batch batch, int i, long time) {
        double open = batch.doubles(Schema.OPEN)[i];
        double high = batch.doubles(Schema.HIGH)[i];
        double low = batch.doubles(Schema.LOW)[i];
        double close = batch.doubles(Schema.CLOSE)[i];
        if (high > WICK * Math.max(open, close) || Math.min(open, close) > WICK * low) {
            example(wicks++, time, "has a high or low far from open and close");
        }
        stillness(high == low && close == last && !(batch.doubles(Schema.VOLUME)[i] > 0), time);
        spike(close, time);
        last = close;
    }

    private void stillness(boolean now, long time) {
        stillRun = now ? stillRun + 1 : 0;
        if (stillRun == STILL_RUN) {
            example(still, time, "ends " + STILL_RUN + " bars without any trade");
            still += STILL_RUN;
        } else if (stillRun > STILL_RUN) {
            still++;
        }
    }

    /** Whether the bar before this one jumped away from both its neighbours. */
    private void spike(double close, long time) {
        double away = lastMove;
        double back = Math.log(close / last);
        double bound = Math.max(LEAST_SPIKE, UNUSUAL * sumOfMoves / Math.max(1, moves));
        boolean both = Math.abs(away) > bound && Math.abs(back) > bound;
        if (both && Math.abs(away + back) < 0.3 * Math.abs(away)) {
            example(spikes++, time, "comes back from a jump of one bar");
        }
        if (!Double.isNaN(back)) {
            sumOfMoves += Math.abs(back);
            moves++;
        }
        lastMove = back;
    }

    private void example(long already, long time, String what) {
        if (already < EXAMPLES) {
            examples.add(Instant.ofEpochMilli(time) + " " + what);
        }
    }
}
