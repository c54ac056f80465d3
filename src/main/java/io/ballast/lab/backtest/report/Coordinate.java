package io.ballast.lab.backtest.report;

/** Places in a drawing, to a tenth. */
final class Coordinate {
    private Coordinate() {}

    static String of(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    /** A horizontal stroke. */
    static String across(double from, double to, double y) {
        return "M" + of(from) + " " + of(y) + "H" + of(to);
    }

    /** A vertical stroke. */
    static String down(double x, double from, double to) {
        return "M" + of(x) + " " + of(from) + "V" + of(to);
    }
}
