package io.ballast.lab.faults;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the table.
 *
 * @param verdict {@code held}, {@code broken} or {@code open}
 */
record MatrixRow(String id, String injection, String expected, String seen, String verdict) {
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    static MatrixRow run(FaultCase known, String seen, boolean held) {
        return new MatrixRow(known.id(), known.injection(), known.expected(), seen, held ? "held" : "broken");
    }

    static MatrixRow open(FaultCase known) {
        return new MatrixRow(known.id(), known.injection(), known.expected(), known.open(), "open");
    }

    /** Of a line of the table. */
    static MatrixRow parse(String line) {
        List<String> cells = BAR.splitAsStream(line.strip()).toList();
        return new MatrixRow(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    String line() {
        return "| " + String.join(" | ", id, injection, expected, seen, verdict) + " |";
    }
}
