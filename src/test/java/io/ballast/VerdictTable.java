package io.ballast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A table in {@code docs/} of what is accepted and what is refused, and by which lines. Its test holds every row; with
 * {@code -Dballast.docs.write=true} it is written anew, to be read before it is committed.
 *
 * @param file name in that folder
 * @param head all that stands before the first row
 */
public record VerdictTable(String file, String head) {

    /**
     * One case.
     *
     * @param why it is treated so
     * @param lines that a user sees; none where it is accepted
     */
    public record Row(String name, boolean refused, String why, List<String> lines) {
        String text() {
            String said = lines.stream()
                    .map(line -> "`" + line.replace("|", "\\|") + "`")
                    .collect(Collectors.joining("<br>"));
            return "| " + name + " | " + (refused ? "refused" : "accepted") + " | " + why + " | " + said + " |";
        }
    }

    /** Requires that a case is there with these very lines. */
    public void requireRow(Row row) {
        if (!isWritten()) {
            assertThat(rows()).containsEntry(row.name(), row.text());
        }
    }

    /**
     * Requires that there is a row for each case and no other, in their order.
     *
     * @param rows of them, asked for where the table is written
     */
    public void requireCases(List<String> names, Supplier<List<Row>> rows) {
        if (isWritten()) {
            write(rows.get());
        }
        assertThat(rows().keySet()).containsExactlyElementsOf(names);
        assertThat(text()).startsWith(head);
    }

    private static boolean isWritten() {
        return Boolean.getBoolean("ballast.docs.write");
    }

    private void write(List<Row> rows) {
        try {
            Files.createDirectories(document().getParent());
            Files.writeString(
                    document(), rows.stream().map(row -> row.text() + "\n").collect(Collectors.joining("", head, "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> rows() {
        return text().lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| case"))
                .collect(Collectors.toMap(
                        line -> line.substring(2, line.indexOf(" |")), line -> line, (a, b) -> a, LinkedHashMap::new));
    }

    private String text() {
        try {
            return Files.readString(document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path document() {
        return Path.of(System.getProperty("ballast.root", "")).resolve("docs").resolve(file);
    }
}
