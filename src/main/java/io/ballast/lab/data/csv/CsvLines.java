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
    private byte[] buffer = new byte[4 * LONGEST];
    private int filled;
    private int begin;
    private int next;
    private boolean ended;
    private long line;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int fields;
    private byte separator = ',';

    /** @param source for messages */
    CsvLines(Object source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    void separator(byte separator) {
        this.separator = separator;
    }

    /** Goes to the next line that is not empty; false after the last. */
    boolean next() {
        int end;
        do {
            end = lineEnd();
            if (end < 0) {
                return false;
            }
        } while (!split(end));
        return true;
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
        int end = next > begin && buffer[next - 1] == '\n' ? next - 1 : next;
        next = begin;
        split(end);
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

    /** Index of the line's end; -1 after the last line. Takes in more when the buffer holds no whole line. */
    private int lineEnd() {
        int from = next;
        while (true) {
            for (int i = from; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            if (ended) {
                return next < filled ? filled : -1;
            }
            from = filled - next;
            fill();
        }
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
            int read = in.read(buffer, filled, buffer.length - filled);
            ended = read < 0;
            filled += Math.max(0, read);
        } catch (EOFException | ZipException e) {
            throw DataRefusedException.at(source, line + 1, "is cut off or damaged here or below");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataRefusedException tooLong() {
        return refused("is longer than " + LONGEST + " bytes, expected one row");
    }

    /** False if the line is empty. */
    private boolean split(int lineEnd) {
        line++;
        if (lineEnd - next > LONGEST) {
            throw tooLong();
        }
        int from = next;
        begin = from;
        int to = lineEnd > from && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        next = Math.min(filled, lineEnd + 1);
        fields = 0;
        if (from == to) {
            return false;
        }
        int at = from;
        while (at <= to) {
            at = field(at, to) + 1;
        }
        return true;
    }

    /** Takes one field and returns where its separator stands, or the line's end. */
    private int field(int from, int to) {
        int start = from;
        while (start < to && buffer[start] == ' ') {
            start++;
        }
        if (start < to && buffer[start] == '"') {
            return quoted(start + 1, to);
        }
        int end = start;
        while (end < to && buffer[end] != separator) {
            if (buffer[end] == 0) {
                throw refused("holds a NUL byte, expected text");
            }
            end++;
        }
        add(start, trimmed(start, end));
        return end;
    }

    private int quoted(int start, int to) {
        int end = start;
        while (end < to && (buffer[end] != '"' || (end + 1 < to && buffer[end + 1] == '"'))) {
            end += buffer[end] == '"' ? 2 : 1;
        }
        if (end >= to) {
            throw refused("ends inside quotes, expected each row on one line");
        }
        add(start, end);
        int behind = end + 1;
        while (behind < to && buffer[behind] == ' ') {
            behind++;
        }
        if (behind < to && buffer[behind] != separator) {
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

    private void add(int start, int end) {
        if (fields == starts.length) {
            if (fields >= MOST_FIELDS) {
                throw refused("has more than " + MOST_FIELDS + " fields");
            }
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        starts[fields] = start;
        ends[fields] = end;
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
