package io.ballast.lab.data.csv;

import io.ballast.lab.data.DataRefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Splits text into lines and fields in one buffer, without an object for either. A line ends with LF or CRLF and is at most
 * {@value #LONGEST} bytes; empty lines count and are passed over. A field in quotes may hold the separator and never a line's end.
 * For one thread.
 */
final class CsvLines implements AutoCloseable {
    static final int LONGEST = 1 << 16;
    private static final int MOST_FIELDS = 4096;
    private static final int SHOWN = 60;

    private final Object source;
    private final InputStream in;
    private final byte point;
    private final byte[] buffer = new byte[4 * LONGEST];
    /** A line's end stands there, so that no scan runs beyond it. */
    private int filled;

    private int begin;
    private int next;
    private boolean ended;
    private long line;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private long[] digits = new long[32];
    /** By field: digits behind the point; negative for what is not digits alone. */
    private int[] scales = new int[32];

    private int fields;
    private byte separator;
    /** By byte: whether a field without quotes ends before it. */
    private boolean[] stops = new boolean[0];

    /**
     * @param source for messages
     * @param point what parts whole from fraction in a number
     */
    CsvLines(Object source, InputStream in, byte point) {
        this.source = source;
        this.in = in;
        this.point = point;
        separator((byte) ',');
    }

    void separator(byte separator) {
        this.separator = separator;
        stops = new boolean[1 << Byte.SIZE];
        stops[separator] = true;
        stops['\n'] = true;
        stops[0] = true;
    }

    /** Goes to the next line that is not empty; false after the last. */
    boolean next() {
        while (next < filled || !ended) {
            if (next == filled || !split()) {
                fill();
            } else if (fields > 0) {
                return true;
            }
        }
        return false;
    }

    /** Number of the line that was read last, from 1. */
    long line() {
        return line;
    }

    int fields() {
        return fields;
    }

    /** Whether the last line had no end: nothing follows it. */
    boolean ended() {
        return ended && next >= filled;
    }

    /** How often a byte stands in the last line. */
    int count(byte wanted) {
        int count = 0;
        for (int i = begin; i < next; i++) {
            count += buffer[i] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Splits the last line once more, after the separator has changed. */
    void again() {
        line--;
        next = begin;
        split();
    }

    byte[] bytes() {
        return buffer;
    }

    /** Where a field begins in {@link #bytes()}, behind blanks and the quote. */
    int start(int field) {
        return starts[field];
    }

    /** Behind the last byte of a field. */
    int end(int field) {
        return ends[field];
    }

    /** A field as a number, NaN if it is none. */
    double number(int field) {
        return scales[field] < 0
                ? Numbers.parse(buffer, starts[field], ends[field], point)
                : Numbers.of(digits[field], scales[field]);
    }

    String text(int field) {
        return new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }

    /** For messages: not more of it than anybody reads. */
    String shown(int field) {
        String text = text(field);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    DataRefusedException refused(String reason) {
        return DataRefusedException.at(source, line, reason);
    }

    private void fill() {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled > LONGEST) {
            line++;
            throw tooLong();
        }
        try {
            int read = in.read(buffer, filled, buffer.length - 1 - filled);
            ended = read < 0;
            filled += Math.max(0, read);
            buffer[filled] = '\n';
        } catch (EOFException | ZipException e) {
            throw DataRefusedException.at(source, line + 1, "is cut off or damaged here or below");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataRefusedException tooLong() {
        return refused("is longer than " + LONGEST + " bytes, expected one row");
    }

    /** Takes the next line; false if it goes on behind what is in the buffer. An empty one has no fields. */
    private boolean split() {
        line++;
        fields = 0;
        int at = field(next);
        while (at < filled && buffer[at] == separator) {
            at = field(at + 1);
        }
        if (buffer[at] == 0) {
            throw refused("holds a NUL byte, expected text");
        }
        if (at == filled && !ended) {
            line--;
            return false;
        }
        if (at - next > LONGEST) {
            throw tooLong();
        }
        begin = next;
        next = Math.min(filled, at + 1);
        if (at == begin || (at == begin + 1 && buffer[begin] == '\r')) {
            fields = 0;
        }
        return true;
    }

    /** Takes one field and returns where its separator stands, or the line's end, or the buffer's. */
    private int field(int from) {
        int start = from;
        while (buffer[start] == ' ') {
            start++;
        }
        if (buffer[start] == '"') {
            return quoted(start + 1);
        }
        return buffer[start] >= '0' && buffer[start] <= '9' ? decimal(start) : plain(start, start);
    }

    /** Takes a field that begins with a digit, as a number as long as it looks like one. */
    private int decimal(int start) {
        long value = 0;
        int at = start;
        int fraction = -1;
        while (true) {
            int digit = buffer[at] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (buffer[at] == point && fraction < 0 && point != separator) {
                fraction = at + 1;
            } else {
                break;
            }
            at++;
        }
        int count = fraction < 0 ? at - start : at - start - 1;
        if (!stops[buffer[at] & 0xff] || !Numbers.exact(value, count)) {
            return plain(start, at);
        }
        add(start, at, value, fraction < 0 ? 0 : at - fraction);
        return at;
    }

    /** Takes a field without quotes, in which nothing ends before a place. */
    private int plain(int start, int from) {
        int end = from;
        while (!stops[buffer[end] & 0xff]) {
            end++;
        }
        boolean carriage = buffer[end] == '\n' && end > start && buffer[end - 1] == '\r';
        add(start, trimmed(start, carriage ? end - 1 : end), 0, -1);
        return end;
    }

    private int quoted(int start) {
        int end = start;
        while (buffer[end] != '\n' && (buffer[end] != '"' || buffer[end + 1] == '"')) {
            end += buffer[end] == '"' ? 2 : 1;
        }
        if (end >= filled && !ended) {
            return filled;
        }
        if (buffer[end] == '\n') {
            throw refused("ends inside quotes, expected each row on one line");
        }
        add(start, end, 0, -1);
        int behind = end + 1;
        while (buffer[behind] == ' ') {
            behind++;
        }
        if (buffer[behind] == '\r' && buffer[behind + 1] == '\n') {
            behind++;
        }
        if (behind < filled && buffer[behind] != separator && buffer[behind] != '\n') {
            throw refused("has text behind a closing quote");
        }
        return behind;
    }

    private int trimmed(int start, int end) {
        int last = end;
        while (last > start && buffer[last - 1] == ' ') {
            last--;
        }
        return last;
    }

    private void add(int start, int end, long value, int scale) {
        if (fields == starts.length) {
            if (fields >= MOST_FIELDS) {
                throw refused("has more than " + MOST_FIELDS + " fields");
            }
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
            digits = Arrays.copyOf(digits, 2 * fields);
            scales = Arrays.copyOf(scales, 2 * fields);
        }
        starts[fields] = start;
        ends[fields] = end;
        digits[fields] = value;
        scales[fields] = scale;
        fields++;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
