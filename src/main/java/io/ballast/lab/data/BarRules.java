package io.ballast.lab.data;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every bar must be, whatever file it comes from; rows are checked in order. A price may move by any amount that a market can
 * move in one bar, and not by one that only a wrong unit explains. For one thread.
 */
public final class BarRules {
    /** Older than every market that is traded on chains, and than the records of most others. */
    private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private static final double UNIT_MISTAKE = 100;
    private static final double ROUNDING = 1e-9;

    private final long latest;
    private long timeframe;
    private long first;
    private long previous = Long.MIN_VALUE;
    private double close = Double.NaN;

    /**
     * @param now after which no bar can have begun
     * @param timeframe null if the first rows are to tell
     */
    public BarRules(Instant now, @Nullable Duration timeframe) {
        this.latest = now.toEpochMilli();
        this.timeframe = timeframe == null ? 0 : timeframe.toMillis();
    }

    /**
     * Checks the next rows.
     *
     * @param source for messages
     * @throws DataRefusedException for the first that breaks a rule
     */
    public void check(String source, Batch rows) {
        if (timeframe == 0) {
            timeframe = smallestStep(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            String reason = reason(rows, i);
            if (reason != null) {
                throw DataRefusedException.at(source, rows.origins()[i], reason);
            }
        }
    }

    /** Given, or what the first rows tell. */
    public Duration timeframe(String source) {
        if (timeframe == 0) {
            throw DataRefusedException.of(source, "one row does not tell the timeframe, expected --timeframe");
        }
        return Duration.ofMillis(timeframe);
    }

    private long smallestStep(Batch rows) {
        long[] times = rows.longs(Schema.TIME);
        long smallest = 0;
        long before = previous;
        for (int i = 0; i < rows.size(); i++) {
            long step = before == Long.MIN_VALUE ? 0 : times[i] - before;
            smallest = step > 0 && (smallest == 0 || step < smallest) ? step : smallest;
            before = times[i];
        }
        return smallest;
    }

    private @Nullable String reason(Batch rows, int i) {
        long time = rows.longs(Schema.TIME)[i];
        String reason = timeReason(time);
        if (reason == null) {
            reason = priceReason(rows, i);
        }
        previous = time;
        close = rows.doubles(Schema.CLOSE)[i];
        return reason;
    }

    private @Nullable String timeReason(long time) {
        if (time < EARLIEST || time > latest) {
            return "time is " + text(time) + ", expected one from 1990 to now (seconds or milliseconds mixed up?)";
        }
        if (previous == Long.MIN_VALUE) {
            first = time;
            return null;
        }
        if (time == previous) {
            return "time " + text(time) + " is there twice, expected one row for each time";
        }
        if (time < previous) {
            return "time " + text(time) + " is before the row above it, expected the oldest row first";
        }
        return (time - first) % timeframe == 0
                ? null
                : "time " + text(time) + " is not a whole number of " + SeriesKey.text(Duration.ofMillis(timeframe))
                        + " after the first row";
    }

    private @Nullable String priceReason(Batch rows, int i) {
        double now = rows.doubles(Schema.CLOSE)[i];
        String reason = unfit(rows, i);
        double move = now / close;
        if (reason == null && (move > UNIT_MISTAKE || move < 1 / UNIT_MISTAKE)) {
            return "close went from " + close + " to " + now + " in one bar, expected the same unit in all rows";
        }
        return reason;
    }

    /** Why the prices and the volume of a row cannot be those of a bar; null if they can. */
    public static @Nullable String unfit(Batch rows, int i) {
        double open = rows.doubles(Schema.OPEN)[i];
        double high = rows.doubles(Schema.HIGH)[i];
        double low = rows.doubles(Schema.LOW)[i];
        double now = rows.doubles(Schema.CLOSE)[i];
        if (!(low > 0 && open > 0 && now > 0 && high > 0 && high < Double.POSITIVE_INFINITY)) {
            return "price is zero, negative, endless or no number, expected prices above zero";
        }
        if (high * (1 + ROUNDING) < Math.max(open, Math.max(now, low))) {
            return "high " + high + " is below open, close or low";
        }
        if (low > Math.min(open, now) * (1 + ROUNDING)) {
            return "low " + low + " is above open or close";
        }
        return rows.doubles(Schema.VOLUME)[i] < 0 ? "volume is negative" : null;
    }

    private static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
