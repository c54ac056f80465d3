package io.ballast.lab.data;

import java.util.Objects;

/** Data that must not be used. The message is one printable line: file, line and reason. */
public final class DataRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 400;

    private final String source;

    private DataRefusedException(String source, String message) {
        super(printable(source + message));
        this.source = source;
    }

    /** A file, or a series, as a whole. */
    public static DataRefusedException of(Object source, String reason) {
        return new DataRefusedException(source.toString(), ": " + reason);
    }

    /**
     * One place of a file.
     *
     * @param origin line of a text file, else number of the row; from 1
     */
    public static DataRefusedException at(Object source, long origin, String reason) {
        return new DataRefusedException(source.toString(), ":" + origin + ": " + reason);
    }

    /** Never null: every way to make one has a reason. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The file as it was named. */
    public String source() {
        return source;
    }

    /** What strangers wrote must not steer a terminal, nor fill it. */
    public static String printable(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
