package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say can be done, can be done. */
class DocumentsTest {
    private static final List<String> DOCUMENTS =
            List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md");
    private static final Pattern COMMAND = Pattern.compile("^(?:source <\\()?(?:\\./)?(ballast [^#)]*)");
    private static final Pattern FILE = Pattern.compile("\\b((?:config|strategies|models)/[a-z0-9./-]*[a-z0-9])\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([A-Z]+\\.md)\\)");

    @Test
    void theReadmeShowsEveryVerb() {
        assertThat(commands().map(command -> command.split(" ")[1])).containsAll(BallastTest.VERBS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOfTheReadmeParses(String command) {
        Environment environment = CommandRun.environment(
                new ByteArrayOutputStream(), new ByteArrayOutputStream(), Path.of("home"), Map.of());

        assertThat(Ballast.commandLine(environment)
                        .parseArgs(CommandRun.words(command))
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commandsWithoutAChain")
    void everyCommandOfTheReadmeThatNeedsNoChainWorks(String command) {
        CommandRun run = CommandRun.of(CommandRun.words(command));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isNotEmpty();
    }

    @Test
    void everyFileThatTheDocumentsNameExists() {
        assertThat(named(FILE))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(CommandRun.ROOT.resolve(file)).exists());
        assertThat(named(LINK))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(CommandRun.ROOT.resolve(file)).exists());
    }

    static Stream<String> commandsWithoutAChain() {
        return commands().filter(command -> command.matches("ballast (completion|schema .*|wallet list|models list)"));
    }

    static Stream<String> commands() {
        List<String> commands = new ArrayList<>();
        boolean code = false;
        for (String line : text("README.md").lines().toList()) {
            if (line.startsWith("```")) {
                code = line.equals("```sh");
            } else if (code) {
                COMMAND.matcher(line)
                        .results()
                        .forEach(found -> commands.add(found.group(1).strip()));
            }
        }
        return commands.stream();
    }

    private static List<String> named(Pattern pattern) {
        return DOCUMENTS.stream()
                .flatMap(document -> pattern.matcher(text(document)).results())
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static String text(String document) {
        try {
            return Files.readString(CommandRun.ROOT.resolve(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
