package io.ballast.lab.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.VerdictTable;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad CSV file is accepted or refused as {@code docs/bad-csv.md} says, with the very line it shows. */
class BadCsvTest {
    private static final VerdictTable TABLE = new VerdictTable("bad-csv.md", """
        # Bad CSV

        What a file of prices can do wrong, and what `ballast data import` says. Written and checked by `BadCsvTest`; each row
        changes one thing in a small right file. A refusal is one line with file, line and reason, exit code 2, and the store
        stays as it was. A file of 10^8 rows passes through the same reader in bounded memory.

        | case | verdict | why | line |
        |---|---|---|---|
        """);

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
        TABLE.requireRow(row(given, line));
    }

    @Test
    void theTableHasARowForEachCaseAndNoOther() {
        TABLE.requireCases(
                cases().stream().map(BadCsvCase::name).toList(),
                () -> cases().stream().map(this::fresh).toList());
    }

    private VerdictTable.Row fresh(BadCsvCase given) {
        try {
            return row(given, run(given, Files.createTempDirectory(directory, "case")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VerdictTable.Row row(BadCsvCase given, Optional<String> line) {
        return new VerdictTable.Row(
                given.name(), given.refused(), given.why(), line.stream().toList());
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
}
