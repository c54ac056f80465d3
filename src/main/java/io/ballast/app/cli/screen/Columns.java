package io.ballast.app.cli.screen;

/** Text in columns of a fixed width; longer text is cut and says so. */
public final class Columns {
    private Columns() {}

    /** At the left of a column. */
    public static String left(String text, int width) {
        String fit = clip(text, width);
        return fit + " ".repeat(width - fit.length());
    }

    /** At the right of a column. */
    public static String right(String text, int width) {
        String fit = clip(text, width);
        return " ".repeat(width - fit.length()) + fit;
    }

    /** At most so many characters. */
    public static String clip(String text, int width) {
        return text.length() <= width ? text : width < 1 ? "" : text.substring(0, width - 1) + "…";
    }
}
