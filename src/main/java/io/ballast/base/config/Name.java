package io.ballast.base.config;

/**
 * The name of something that is a file elsewhere, or of a file without its ending. Never a path.
 *
 * @param text lower-case letters, digits, {@code .}, {@code _} and {@code -}
 */
@TextForm(
        expected = "a name: up to 64 lower-case letters, digits, \".\", \"_\" or \"-\"",
        example = "name",
        pattern = "[a-z0-9][a-z0-9._-]{0,63}")
public record Name(String text) implements Comparable<Name> {
    public static Name parse(String text) {
        if (text.contains("/") || text.contains("\\") || text.contains("..")) {
            throw new IllegalArgumentException("is a path");
        }
        if (!text.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("is not a name");
        }
        return new Name(text);
    }

    @Override
    public int compareTo(Name other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
