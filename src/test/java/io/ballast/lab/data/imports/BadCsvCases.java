package io.ballast.lab.data.imports;

import static io.ballast.lab.data.imports.BadCsvCase.HEADER;
import static io.ballast.lab.data.imports.BadCsvCase.ROWS;
import static io.ballast.lab.data.imports.BadCsvCase.accepted;
import static io.ballast.lab.data.imports.BadCsvCase.refused;
import static io.ballast.lab.data.imports.BadCsvCase.with;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Everything that a CSV file of prices can do wrong, one case each. */
final class BadCsvCases {
    private BadCsvCases() {}

    static List<BadCsvCase> all() {
        return Stream.of(files(), columns(), text(), prices(), times(), sizes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BadCsvCase> files() {
        byte[] right = (HEADER + ROWS).getBytes(StandardCharsets.UTF_8);
        byte[] packed = packed(right);
        byte[] cut = new byte[packed.length - 12];
        System.arraycopy(packed, 0, cut, 0, cut.length);
        return List.of(
                refused("empty file", "nothing can be meant", ""),
                refused("header only", "a series has at least one bar", HEADER),
                refused("no header", "which column is which would be guessed", ROWS),
                new BadCsvCase(
                        "gzip under the name .csv", false, "what a file holds counts, not its name", "x.csv", packed),
                new BadCsvCase("gzip that is cut off", true, "the newest rows are missing", "x.csv", cut),
                refused("zip or spreadsheet under the name .csv", "not text", "PK\u0003\u0004" + ROWS),
                refused("Feather under the name .csv", "not text", "ARROW1\0\0" + ROWS),
                new BadCsvCase(
                        "UTF-16",
                        true,
                        "the text would be guessed",
                        "x.csv",
                        (HEADER + ROWS).getBytes(StandardCharsets.UTF_16)),
                accepted("byte-order mark", "some editors write it, and it means nothing", "\uFEFF" + HEADER + ROWS),
                accepted("CRLF", "the line ends of Windows", (HEADER + ROWS).replace("\n", "\r\n")),
                new BadCsvCase(
                        "formula as the file's name",
                        true,
                        "the name of a series reaches reports, and spreadsheets run it",
                        "=cmd|' !A0.csv",
                        right));
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<BadCsvCase> columns() {
        return List.of(
                refused("missing column", "no price is made up", with("high", "hi")),
                accepted(
                        "extra column",
                        "it is not read and the import says so",
                        with("volume\n", "volume,note\n").replaceAll("(,[789])\n", "$1,x\n")),
                accepted(
                        "re-ordered columns",
                        "names count, not places",
                        "volume,close,time,open,high,low\n7,105,1700000000,100,110,90\n8,108,1700003600,105,111,99\n"),
                refused("column named twice", "two readings", with("volume", "close")),
                accepted("semicolons", "the header tells the separator", (HEADER + ROWS).replace(',', ';')),
                refused(
                        "decimal comma",
                        "1,5 can be one and a half or two fields; the mapping can say it",
                        (HEADER + ROWS).replace(',', ';').replace(";105;7", ";105,5;7")),
                accepted(
                        "column that knows the future",
                        "only the columns of a bar are read, so no strategy sees it; data verify names it",
                        with("volume\n", "volume,future_return\n").replaceAll("(,[789])\n", "$1,0.02\n")),
                accepted(
                        "formula in a column that is not read",
                        "it goes nowhere",
                        with("volume\n", "volume,name\n").replaceAll("(,[789])\n", "$1,=cmd|'/c calc'!A0\n")),
                refused("formula as a price", "not a number", with("108,8", "=1+1,8")));
    }

    private static List<BadCsvCase> text() {
        return List.of(
                accepted("quotes around fields", "usual", with("105,111,99,108", "\"105\",\"111\",\"99\",\"108\"")),
                refused("line's end inside quotes", "a row is a line", with("105,111,99", "\"105\n\",111,99")),
                refused("text behind a closing quote", "two readings", with("105,111,99", "\"105\"1,111,99")),
                refused("NUL byte", "damaged", with("105,111,99", "10\0005,111,99")),
                refused("one field too few in the last line", "the file is cut off", with(",102,9\n", "")),
                refused("one field too many", "a separator inside a number", with("108,8", "1,08,8")),
                refused("a line of 100,000 bytes", "not a row", with("108,8", "1" + "0".repeat(100_000) + ",8")),
                refused("terminal codes in a field", "they are shown as \uFFFD", with("108,8", "\u001b[2J,8")));
    }

    private static List<BadCsvCase> prices() {
        return List.of(
                refused("NaN as a price", "unknown is never a price", with("108,8", "NaN,8")),
                refused("endless price", "no price", with("108,8", "inf,8")),
                refused("empty price", "unknown is never zero", with("108,8", ",8")),
                refused("null as a price", "unknown is never zero", with("108,8", "null,8")),
                refused("price of zero", "no price", with("99,108,8", "0,108,8")),
                refused("negative price", "no price", with("99,108,8", "-99,108,8")),
                refused("high below low", "not one bar's prices", with("105,111,99", "105,98,99")),
                refused("close above high", "not one bar's prices", with("108,8", "112,8")),
                refused("close below low", "not one bar's prices", with("108,8", "98,8")),
                refused("negative volume", "no volume", with("108,8", "108,-8")),
                accepted("scientific notation", "a number", with("1700003600,105,", "1700003600,1.05e2,")),
                accepted(
                        "40 digits",
                        "read to the nearest double",
                        with("1700003600,105,", "1700003600,105.0000000000000000000000000000000000001,")),
                accepted("spike of 10 % in one bar", "markets do that; data verify counts it", with("108,8", "99,8")),
                refused(
                        "close a million times the last",
                        "only a wrong unit explains it",
                        with("105,111,99,108", "105,111000000,99,108000000")));
    }

    private static List<BadCsvCase> times() {
        return List.of(
                refused("time there twice", "which row counts would be guessed", with("1700007200", "1700003600")),
                refused("rows out of order", "a replay would see the future", with("1700007200", "1699999000")),
                refused(
                        "newest row first",
                        "a replay would see the future",
                        HEADER + "1700003600,105,111,99,108,8\n1700000000,100,110,90,105,7\n"),
                accepted("gap", "exchanges halt; data verify counts it", with("1700007200", "1700028800")),
                refused(
                        "row off the timeframe",
                        "an hour that is not whole: often a clock changed for summer in local time",
                        with("1700007200", "1700009000")),
                refused(
                        "local time, autumn",
                        "the hour between is there twice",
                        HEADER
                                + "2023-10-29 01:00,100,110,90,105,7\n2023-10-29 02:00,105,111,99,108,8\n"
                                + "2023-10-29 02:00,108,109,101,102,9\n"),
                accepted(
                        "ISO times with an offset",
                        "the offset is heeded, so a change for summer does no harm",
                        HEADER
                                + "2023-10-29T02:00:00+02:00,100,110,90,105,7\n"
                                + "2023-10-29T02:00:00+01:00,105,111,99,108,8\n"),
                accepted(
                        "milliseconds", "told by their size", (HEADER + ROWS).replaceAll("(?m)^(17[0-9]{8})", "$1000")),
                refused(
                        "seconds and milliseconds mixed",
                        "all rows are in the form of the first",
                        with("1700007200", "1700007200000")),
                refused(
                        "ISO and seconds mixed",
                        "all rows are in the form of the first",
                        with("1700003600", "2023-11-14")),
                refused("time that is no time", "nothing can be meant", with("1700003600", "yesterday")),
                refused("year 1970", "seconds taken for milliseconds", with("1700000000", "1700000")),
                refused(
                        "year 2262",
                        "the end of what nanoseconds can count",
                        HEADER + "2262-04-11T23:47:16Z,100,110,90,105,7\n"),
                refused("30 February", "no day", HEADER + "2023-02-30,100,110,90,105,7\n"));
    }

    private static List<BadCsvCase> sizes() {
        return List.of(refused(
                "one row",
                "the timeframe is not known; --timeframe can say it",
                HEADER + "1700000000,100,110,90,105,7\n"));
    }
}
