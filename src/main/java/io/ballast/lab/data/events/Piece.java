package io.ballast.lab.data.events;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of blocks that was recorded as one.
 *
 * @param from first block
 * @param to last block
 */
record Piece(long from, long to) implements Comparable<Piece> {
    private static final Pattern NAME = Pattern.compile("([0-9]{12})-([0-9]{12})\\.(logs|states|heads)\\.parquet");

    Piece {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a piece begins before it ends, was " + from + " to " + to);
        }
    }

    /** Of a file's name and kind. */
    static Optional<Piece> of(String name, String kind) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && matcher.group(3).equals(kind)
                ? Optional.of(new Piece(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Name of its file; in the order of blocks. */
    String name(String kind) {
        return String.format(Locale.ROOT, "%012d-%012d.%s.parquet", from, to, kind);
    }

    @Override
    public int compareTo(Piece other) {
        int byStart = Long.compare(from, other.from);
        return byStart != 0 ? byStart : Long.compare(to, other.to);
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
