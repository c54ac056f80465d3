package io.ballast.lab.data;

import io.ballast.base.config.TextForm;

/**
 * Name of one market's history; the name of a folder in the store, never a path, and never a formula to a spreadsheet.
 *
 * @param text letters, digits, {@code .}, {@code _} and {@code -}; begins with a letter or digit
 */
@TextForm(
        expected = "a name such as ETH-USDC: up to 64 letters, digits, \".\", \"_\" or \"-\"",
        example = "ETH-USDC",
        pattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
public record SeriesName(String text) implements Comparable<SeriesName> {
    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public SeriesName {
        if (!text.matches(FORM) || text.contains("..")) {
            throw new IllegalArgumentException("is not a name");
        }
    }

    public static SeriesName parse(String text) {
        return new SeriesName(text);
    }

    @Override
    public int compareTo(SeriesName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
