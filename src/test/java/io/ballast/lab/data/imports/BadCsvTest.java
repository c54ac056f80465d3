package io.ballast.lab.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.MemoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bad CSV file is accepted or refused as {@code docs/bad-csv.md} says, with the very line it shows. With
 * {@code -Dballast.docs.write=true} the table is written anew, to be read before it is committed.
 */
class BadCsvTest {
    private static final String HEAD = """
        # Bad CSV

        What a file of prices can do wrong, and what `ballast data import` says. Written and checked by `BadCsvTest`; each row
        changes one thing in a small right file. A refusal is one line with file, line and reason, exit code 2, and the store
        stays as it was. A file of 10^8 rows passes through the same reader in bounded memory.

        | case | verdict | why | line |
        |---|---|---|---|
        """;

    @TempDir
    Path directory;

    static List<BadCsvCase> cases() {
        return BadCsvCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAcceptedOrRefusedAsTheTableSays(BadCsvCase given) throws IOException {
        Optional<String> line = run(given, directory);

        assertThat(line.isPresent()).isEqualTo(given.refused());
        if (!Boolean.getBoolean("ballast.docs.write")) {
            assertThat(table()).containsEntry(given.name(), row(given, line));
        }
    }

    @Test
    void theTableHasARowForEachCaseAndNoOther() throws IOException {
        if (Boolean.getBoolean("ballast.docs.write")) {
            write();
        }
        assertThat(table().keySet())
                .containsExactlyElementsOf(
                        cases().stream().map(BadCsvCase::name).toList());
        assertThat(Files.readString(document())).startsWith(HEAD);
    }

    /** The refusal, if there is one; a right file goes first in the same order, and must not stay behind alone. */
    private static Optional<String> run(BadCsvCase given, Path directory) throws IOException {
        Path right = Files.writeString(directory.resolve("right.csv"), BadCsvCase.HEADER + BadCsvCase.ROWS);
        Path file = Files.write(directory.resolve(given.file()), given.content());
        Path root = directory.resolve("store");
        HistoryStore store = new HistoryStore(root, new MemoryFiles());
        ImportOrder order = new ImportOrder(List.of(right, file), Optional.empty(), ImportMapping.NONE, false, false);
        try {
            new Importer(store, InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"))).run(order, name -> {});
        } catch (DataRefusedException e) {
            assertThat(leftIn(root)).as("left behind").isEmpty();
            return Optional.of(e.getMessage().replace(directory + "/", ""));
        }
        assertThat(store.list()).hasSize(2);
        return Optional.empty();
    }

    private static List<Path> leftIn(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String row(BadCsvCase given, Optional<String> line) {
        return "| " + given.name() + " | " + (given.refused() ? "refused" : "accepted") + " | " + given.why() + " | "
                + line.map(l -> "`" + l.replace("|", "\\|") + "`").orElse("") + " |";
    }

    private static Map<String, String> table() throws IOException {
        return Files.readAllLines(document()).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| case"))
                .collect(Collectors.toMap(
                        line -> line.substring(2, line.indexOf(" |")), line -> line, (a, b) -> a, LinkedHashMap::new));
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (BadCsvCase given : cases()) {
            Path fresh = Files.createTempDirectory(directory, "case");
            text.append(row(given, run(given, fresh))).append('\n');
        }
        Files.writeString(document(), text);
    }

    private static Path document() {
        return Path.of(System.getProperty("ballast.root", "")).resolve("docs/bad-csv.md");
    }
}
