package io.ballast.lab.data.csv;

import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import java.nio.file.Path;
import java.util.List;

/** The rows of one CSV file with a header: what bars and pool bars have in common. For one thread. */
final class CsvRows implements AutoCloseable {
    private final Path file;
    private final CsvLines lines;
    private final Header header;
    private final byte point;
    private final Times times = new Times();
    private final int time;
    private boolean pending;

    /**
     * Opens a file and reads its header.
     *
     * @throws DataRefusedException if it is not CSV text with a time
     */
    @SuppressWarnings("MustBeClosedChecker") // closed by close, or at once when the header is refused
    CsvRows(Path file, ImportMapping mapping) {
        this.file = file;
        this.point = (byte) (mapping.decimal() == ImportMapping.Decimal.COMMA ? ',' : '.');
        this.lines = new CsvLines(file, CsvContent.open(file), point);
        try {
            header = Header.read(lines, mapping, file);
            pending = !mapping.columns().isEmpty();
            time = header.find("time", mapping.time(), Header.TIMES);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    Header header() {
        return header;
    }

    /** Goes to the next row; false after the last. */
    boolean next() {
        if (pending) {
            pending = false;
            return true;
        }
        if (!lines.next()) {
            return false;
        }
        if (lines.fields() != header.width()) {
            throw lines.refused("has " + lines.fields() + " fields, expected " + header.width() + " as in the header"
                    + (lines.ended() ? " (the file may be cut off)" : ""));
        }
        return true;
    }

    long line() {
        return lines.line();
    }

    /** As the file has it, in milliseconds since 1970. */
    long time() {
        TimeForm before = times.form();
        long millis = times.parse(lines.bytes(), lines.start(time), lines.end(time));
        if (millis == Times.NONE) {
            String expected =
                    before == null ? "seconds, milliseconds or ISO 8601" : before.words + " as in the rows before";
            throw lines.refused("time \"" + lines.shown(time) + "\" is not accepted, expected " + expected);
        }
        return millis;
    }

    double number(String what, int field) {
        double value = lines.number(field);
        if (Double.isNaN(value)) {
            throw lines.refused(what + " " + shown(field) + ", expected a number" + hint(field));
        }
        return value;
    }

    /** NaN where there is no number. */
    double maybe(int field) {
        return lines.number(field);
    }

    String text(int field) {
        return lines.text(field);
    }

    DataRefusedException refused(String reason) {
        return lines.refused(reason);
    }

    Path file() {
        return file;
    }

    private String shown(int field) {
        String text = lines.shown(field);
        return text.isEmpty() ? "is empty" : "is \"" + text + "\"";
    }

    private String hint(int field) {
        boolean comma = point == '.' && lines.text(field).matches("[-+]?[0-9]+,[0-9]+");
        return comma ? " with a point (or decimal: comma in --mapping)" : "";
    }

    List<String> unused() {
        return header.unused();
    }

    @Override
    public void close() {
        lines.close();
    }
}
