package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.PeriodsPerYear;
import io.ballast.base.metric.ReturnSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * At which rows of a run returns are measured: every day for shorter bars, since returns of minutes and hours say more about the market's
 * noise than about a portfolio; every hour of a run shorter than thirty days; every bar where bars are longer, or there are fewer than
 * thirty hours.
 *
 * @param rows ascending, the first and the last row of the run among them
 * @param ends time of each of them
 * @param year periods of one
 * @param kind of a period
 */
public record Sampling(List<Integer> rows, List<Instant> ends, PeriodsPerYear year, Kind kind) {
    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final int FEWEST = 30;

    /** How long a period is. */
    public enum Kind {
        DAYS,
        HOURS,
        BARS
    }

    /** @param times of the rows, seconds since the epoch, ascending */
    public static Sampling of(long[] times) {
        long bar = usual(times);
        long whole = times[times.length - 1] - times[0];
        long period = period(bar, whole);
        List<Integer> rows = period > bar
                ? every(period, times)
                : IntStream.range(0, times.length).boxed().toList();
        List<Instant> ends =
                rows.stream().map(row -> Instant.ofEpochSecond(times[row])).toList();
        Kind kind = period <= bar ? Kind.BARS : period == DAY ? Kind.DAYS : Kind.HOURS;
        return new Sampling(rows, ends, PeriodsPerYear.of(Duration.ofSeconds(period)), kind);
    }

    private static long period(long bar, long whole) {
        for (long period : new long[] {DAY, HOUR}) {
            if (bar < period && whole >= FEWEST * period) {
                return period;
            }
        }
        return bar;
    }

    /** The median distance. */
    private static long usual(long[] times) {
        long[] steps = new long[times.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(steps);
        return Math.max(1, steps[steps.length / 2]);
    }

    private static List<Integer> every(long period, long[] times) {
        IntStream.Builder rows = IntStream.builder();
        int last = times.length - 1;
        int row = 0;
        for (long end = times[0]; end < times[last]; end += period) {
            while (row < last && times[row + 1] <= end) {
                row++;
            }
            rows.add(row);
        }
        return rows.add(last).build().boxed().toList();
    }

    public boolean daily() {
        return kind == Kind.DAYS;
    }

    public int periods() {
        return rows.size() - 1;
    }

    /** Periods of a twelfth of a year. */
    double perMonth() {
        return year.count() / 12;
    }

    /** Days that a number of periods lasts. */
    double days(double periods) {
        return periods * 365 / year.count();
    }

    /** Values of a column at the rows. */
    public double[] values(double[] column) {
        return rows.stream().mapToDouble(row -> column[row]).toArray();
    }

    ReturnSeries returns(double[] curve) {
        return ReturnSeries.ofEquity(values(curve));
    }

    /** What happened in each period of something that is kept by row; what happened in the first row belongs to the first period. */
    double[] sums(double[] byRow) {
        double[] sums = new double[periods()];
        for (int i = 0; i < sums.length; i++) {
            int from = i == 0 ? 0 : rows.get(i) + 1;
            sums[i] = Arrays.stream(byRow, from, rows.get(i + 1) + 1).sum();
        }
        return sums;
    }
}
