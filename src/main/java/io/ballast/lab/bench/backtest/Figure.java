package io.ballast.lab.bench.backtest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One measurement.
 *
 * @param what was measured
 * @param value in the unit
 * @param unit such as {@code bars/s}
 * @param bound that it should keep; empty where there is none
 * @param note for people, may be empty
 */
public record Figure(String what, double value, String unit, Optional<Bound> bound, String note) {
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    /** The least or the most that a value should be. */
    public record Bound(double limit, boolean least) {
        boolean holds(double value) {
            return least ? value >= limit : value <= limit;
        }
    }

    static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, Optional.empty(), "");
    }

    Figure least(double limit) {
        return new Figure(what, value, unit, Optional.of(new Bound(limit, true)), note);
    }

    Figure most(double limit) {
        return new Figure(what, value, unit, Optional.of(new Bound(limit, false)), note);
    }

    Figure noting(String words) {
        return new Figure(what, value, unit, bound, words);
    }

    /** Whether it keeps its bound. */
    public boolean held() {
        return bound.map(limit -> limit.holds(value)).orElse(true);
    }

    /** A line of the table. */
    public String line() {
        String limit = bound.map(found ->
                        (found.least() ? ">= " : "<= ") + number(found.limit()) + (held() ? "  held" : "  NOT held"))
                .orElse("");
        return String.format(Locale.ROOT, "%-44s %10s %-11s %-20s %s", what, number(value), unit, limit, note)
                .stripTrailing();
    }

    private static String number(double value) {
        if (value >= MILLION) {
            return String.format(Locale.ROOT, "%.2f M", value / MILLION);
        }
        if (value >= THOUSAND) {
            return String.format(Locale.ROOT, "%.1f k", value / THOUSAND);
        }
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** For programs. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("what", what);
        document.put("value", value);
        document.put("unit", unit);
        bound.ifPresent(limit -> {
            document.put(limit.least() ? "atLeast" : "atMost", limit.limit());
            document.put("held", held());
        });
        if (!note.isEmpty()) {
            document.put("note", note);
        }
        return document;
    }
}
