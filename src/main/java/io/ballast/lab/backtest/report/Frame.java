package io.ballast.lab.backtest.report;

/**
 * A drawing of one width; each chart is drawn for a wide screen and for a phone, so that text has its size on both.
 *
 * @param css class that shows it where it fits
 * @param left of what is plotted, right of the ticks
 * @param right of what is plotted, left of the labels
 */
record Frame(String css, double width, double height, double left, double right) {
    private static final double TOP = 12;
    private static final double BELOW = 26;

    static Frame wide(double height) {
        return new Frame("w", 840, height, 52, 716);
    }

    static Frame narrow(double height) {
        return new Frame("n", 358, height, 44, 262);
    }

    double top() {
        return TOP;
    }

    double bottom() {
        return height - BELOW;
    }

    double y(double share) {
        return bottom() - share * (bottom() - TOP);
    }

    double x(double share) {
        return left + share * (right - left);
    }

    boolean isNarrow() {
        return width < 600;
    }

    Tag svg(String label) {
        return Tag.of("svg", css)
                .with("viewBox", "0 0 " + (int) width + " " + (int) height)
                .with("role", "img")
                .with("aria-label", label)
                .with("data-px", left + "," + right + "," + width);
    }
}
