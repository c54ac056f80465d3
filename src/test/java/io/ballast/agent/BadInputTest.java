package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bad input is accepted or refused as {@code docs/bad-input.md} says, with the very line it shows. With
 * {@code -Dballast.docs.write=true} the table is written anew, to be read before it is committed.
 */
class BadInputTest {
    private static final String HEAD = """
            # Bad input

            What a configuration can do wrong, and what the agent says. Written and checked by `BadInputTest`; each row breaks a
            small right configuration in one place. A refusal has one line for each problem, exit code 2, and nothing is signed.

            | case | verdict | why | line |
            |---|---|---|---|
            """;

    @TempDir
    Path directory;

    static List<BadInputCase> cases() {
        return BadInputCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAcceptedOrRefusedAsTheTableSays(BadInputCase given) throws IOException {
        List<String> lines = run(given, directory);

        assertThat(lines).hasSize(given.refused() ? 1 : 0);
        if (!Boolean.getBoolean("ballast.docs.write")) {
            assertThat(table()).containsEntry(given.name(), row(given, lines));
        }
    }

    @Test
    void theTableHasARowForEachCaseAndNoOther() throws IOException {
        if (Boolean.getBoolean("ballast.docs.write")) {
            write();
        }
        assertThat(table().keySet())
                .containsExactlyElementsOf(
                        cases().stream().map(BadInputCase::name).toList());
        assertThat(Files.readString(document())).startsWith(HEAD);
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

    private static String row(BadInputCase given, List<String> lines) {
        String line = lines.stream().map(l -> "`" + l.replace("|", "\\|") + "`").collect(Collectors.joining("<br>"));
        return "| " + given.name() + " | " + (given.refused() ? "refused" : "accepted") + " | " + given.why() + " | "
                + line + " |";
    }

    private static Map<String, String> table() throws IOException {
        return Files.readAllLines(document()).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| case"))
                .collect(Collectors.toMap(
                        line -> line.substring(2, line.indexOf(" |")),
                        line -> line,
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (BadInputCase given : cases()) {
            Path fresh = Files.createTempDirectory(directory, "case");
            text.append(row(given, run(given, fresh))).append('\n');
        }
        Files.createDirectories(document().getParent());
        Files.writeString(document(), text);
    }

    private static Path document() {
        return Optional.ofNullable(System.getProperty("ballast.root"))
                .map(Path::of)
                .orElse(Path.of(""))
                .resolve("docs/bad-input.md");
    }
}
