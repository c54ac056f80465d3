package io.ballast.lab.backtest.report;

import io.ballast.base.metric.Interval;
import io.ballast.lab.backtest.judgement.Comparison.Difference;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the report prints them: true minus, commas for thousands, fixed decimals, {@code n/a} for what is undefined. */
final class Numerals {
    static final String UNDEFINED = "n/a";
    private static final String MINUS = "−";

    private Numerals() {}

    static String plain(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return UNDEFINED;
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace("-", MINUS);
    }

    static String plain(OptionalDouble value, int decimals) {
        return plain(value.orElse(Double.NaN), decimals);
    }

    /** With a plus where it is above zero. */
    static String signed(double value, int decimals) {
        String text = plain(value, decimals);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value > 0 && !zero ? "+" + text : text;
    }

    /** A fraction as a percentage, with its sign. */
    static String percent(double fraction, int decimals) {
        return signed(100 * fraction, decimals) + (Double.isFinite(fraction) ? "%" : "");
    }

    static String usd(double value) {
        return plain(value, Math.abs(value) < 1_000 ? 2 : 0);
    }

    /** {@code [−6, +14]}, which does not break. */
    static String interval(Difference difference) {
        return difference.interval().map(Numerals::interval).orElse("[" + UNDEFINED + "]");
    }

    private static String interval(Interval interval) {
        return "[" + signed(interval.low(), 0) + ",\u00a0" + signed(interval.high(), 0) + "]";
    }

    /** For ticks: as few decimals as the step needs, thousands and millions by letter. */
    static String tick(double value, double step) {
        double unit = Math.abs(value) >= 1e6 && step >= 1e5 ? 1e6 : Math.abs(value) >= 1e4 && step >= 100 ? 1e3 : 1;
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step / unit) - 1e-9));
        return plain(value / unit, Math.min(decimals, 6)) + (unit == 1e6 ? "M" : unit == 1e3 ? "k" : "");
    }
}
