package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.VerdictTable;
import io.ballast.base.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input is accepted or refused as {@code docs/bad-input.md} says, with the very line it shows. */
class BadInputTest {
    private static final VerdictTable TABLE = new VerdictTable("bad-input.md", """
            # Bad input

            What a configuration can do wrong, and what the agent says. Written and checked by `BadInputTest`; each row breaks a
            small right configuration in one place. A refusal has one line for each problem, exit code 2, and nothing is signed.

            | case | verdict | why | line |
            |---|---|---|---|
            """);

    @TempDir
    Path directory;

    static List<BadInputCase> cases() {
        return BadInputCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAcceptedOrRefusedAsTheTableSays(BadInputCase given) {
        List<String> lines = run(given, directory);

        assertThat(lines).hasSize(given.refused() ? 1 : 0);
        TABLE.requireRow(row(given, lines));
    }

    @Test
    void theTableHasARowForEachCaseAndNoOther() {
        TABLE.requireCases(
                cases().stream().map(BadInputCase::name).toList(),
                () -> cases().stream().map(this::fresh).toList());
    }

    private VerdictTable.Row fresh(BadInputCase given) {
        try {
            return row(given, run(given, Files.createTempDirectory(directory, "case")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VerdictTable.Row row(BadInputCase given, List<String> lines) {
        return new VerdictTable.Row(given.name(), given.refused(), given.why(), lines);
    }

    @Test
    void theConfigurationThatCasesBreakIsRight() {
        assertThat(new ConfigSandbox(directory).problems()).isEmpty();
    }

    private static List<String> run(BadInputCase given, Path directory) {
        ConfigSandbox sandbox = new ConfigSandbox(directory);
        try {
            given.spoil().accept(sandbox);
        } catch (ConfigException e) {
            return e.getMessage().replace(directory + "/", "").lines().toList();
        }
        return sandbox.problems();
    }
}
