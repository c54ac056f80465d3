package io.ballast.app.cli.screen;

import java.util.function.UnaryOperator;

/** A line in the making: counts what is seen, whatever the paint, and takes no more than its width. */
final class Line {
    private final StringBuilder painted = new StringBuilder();
    private final int width;
    private int seen;

    Line(int width) {
        this.width = width;
    }

    Line add(String text) {
        return add(text, UnaryOperator.identity());
    }

    Line add(String text, UnaryOperator<String> paint) {
        String fit = Columns.clip(text, width - seen);
        painted.append(paint.apply(fit));
        seen += fit.length();
        return this;
    }

    /** The last part, at the right edge, with at least two spaces before it. */
    Line atRight(String text, UnaryOperator<String> paint) {
        return add(" ".repeat(Math.max(2, width - seen - text.length()))).add(text, paint);
    }

    String end() {
        return painted.toString().stripTrailing();
    }
}
