package io.ballast.lab.backtest.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time from left to right: points at equal distances.
 *
 * @param times of the points, at least two
 * @param daily whether days are near enough to name a point
 */
record Axis(List<Instant> times, boolean daily) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ROOT);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
    private static final double LEAST_ROOM = 40;
    /** For a day of a month with a year. */
    private static final double ROOM_OF_DAY = 60;

    /** A mark on the axis. */
    record Tick(int point, String label) {}

    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    int last() {
        return times.size() - 1;
    }

    double share(int point) {
        return (double) point / last();
    }

    String name(int point) {
        return daily ? day(times.get(point)) : minute(times.get(point));
    }

    /** The point nearest before or at a time. */
    int at(Instant time) {
        int low = 0;
        int high = last();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (times.get(middle).isAfter(time)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Starts of days, months, quarters or years, as many as there is room for. */
    List<Tick> ticks(Frame frame) {
        LocalDate from = times.getFirst().atOffset(ZoneOffset.UTC).toLocalDate();
        double width = frame.right() - frame.left();
        double days =
                Math.max(1, (times.getLast().getEpochSecond() - times.getFirst().getEpochSecond()) / 86_400.0);
        for (Period step : steps()) {
            double each = step.toTotalMonths() * 30.4 + step.get(ChronoUnit.DAYS);
            if (days / each <= width / (step.toTotalMonths() == 0 ? ROOM_OF_DAY : LEAST_ROOM)) {
                return ticks(start(from, step), step);
            }
        }
        return List.of();
    }

    private static List<Period> steps() {
        return List.of(
                Period.ofDays(1),
                Period.ofDays(2),
                Period.ofDays(7),
                Period.ofDays(14),
                Period.ofMonths(1),
                Period.ofMonths(2),
                Period.ofMonths(3),
                Period.ofMonths(6),
                Period.ofYears(1),
                Period.ofYears(2),
                Period.ofYears(5),
                Period.ofYears(10));
    }

    private static LocalDate start(LocalDate from, Period step) {
        if (step.toTotalMonths() == 0) {
            return from;
        }
        int months = (int) Math.min(12, step.toTotalMonths());
        return from.withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / months * months + 1);
    }

    private List<Tick> ticks(LocalDate first, Period step) {
        List<Tick> ticks = new ArrayList<>();
        Instant end = times.getLast();
        for (LocalDate date = first; !instant(date).isAfter(end); date = date.plus(step)) {
            if (!instant(date).isBefore(times.getFirst())) {
                boolean unnamed = ticks.isEmpty() && !hasNewYear(date);
                ticks.add(new Tick(at(instant(date)), label(date, step) + (unnamed ? year(date) : "")));
            }
        }
        return ticks;
    }

    /** Whether the start of a year is among the ticks from a date on, and says which years there are. */
    private boolean hasNewYear(LocalDate date) {
        LocalDate next = date.getDayOfYear() == 1 ? date : date.withDayOfYear(1).plusYears(1);
        return instant(next).isBefore(times.getLast());
    }

    private static String year(LocalDate date) {
        return String.format(Locale.ROOT, " ’%02d", date.getYear() % 100);
    }

    private static Instant instant(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String label(LocalDate date, Period step) {
        if (step.toTotalMonths() == 0) {
            return DAY_OF_MONTH.format(date);
        }
        return date.getDayOfYear() == 1 ? Integer.toString(date.getYear()) : MONTH.format(date);
    }
}
