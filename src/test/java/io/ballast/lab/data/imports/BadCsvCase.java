package io.ballast.lab.data.imports;

import java.nio.charset.StandardCharsets;

/**
 * One row of the table of bad CSV.
 *
 * @param refused whether the file must not be imported
 * @param why for the table
 * @param file name it lies under
 */
record BadCsvCase(String name, boolean refused, String why, String file, byte[] content) {
    static final String HEADER = "time,open,high,low,close,volume\n";
    static final String ROWS = """
        1700000000,100,110,90,105,7
        1700003600,105,111,99,108,8
        1700007200,108,109,101,102,9
        """;

    static BadCsvCase refused(String name, String why, String content) {
        return new BadCsvCase(name, true, why, "x.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    static BadCsvCase accepted(String name, String why, String content) {
        return new BadCsvCase(name, false, why, "x.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    /** The small right file, with one thing changed in it. */
    static String with(String before, String after) {
        String right = HEADER + ROWS;
        if (!right.contains(before)) {
            throw new IllegalArgumentException("nothing to change: " + before);
        }
        return right.replace(before, after);
    }

    @Override
    public String toString() {
        return name;
    }
}
