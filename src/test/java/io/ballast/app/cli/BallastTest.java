package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BallastTest {
    static final List<String> VERBS = List.of(
            "demo",
            "devnet",
            "trade",
            "reconcile",
            "repair",
            "close-all",
            "withdraw",
            "backtest",
            "lookahead-analysis",
            "data",
            "train",
            "models",
            "wallet",
            "signer",
            "check",
            "status",
            "halt",
            "resume",
            "journal",
            "explain",
            "pool",
            "verify-sim",
            "bench",
            "show-config",
            "schema",
            "completion");

    @Test
    void printsItsVersion() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("ballast ");
    }

    @Test
    void printsTheHelpWithoutAVerb() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Verbs:", "completion", "Exit codes:");
    }

    @Test
    void hasEveryVerbOfTheContract() {
        CommandLine root = Ballast.commandLine(CommandRun.environment(
                new ByteArrayOutputStream(), new ByteArrayOutputStream(), Path.of("x"), Map.of()));

        assertThat(root.getSubcommands().keySet()).containsAll(VERBS);
    }

    @Test
    void anUnknownVerbIsOneLineAndExitCode2() {
        CommandRun run = CommandRun.of("completoin");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .containsExactly(
                        "ballast: unknown verb 'completoin'; did you mean 'completion'? (see 'ballast --help')");
    }

    @Test
    void anUnknownOptionIsOneLineAndExitCode2() {
        CommandRun run = CommandRun.of("completion", "--shel", "zsh");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("ballast: unknown option '--shel'")
                .endsWith("(see 'ballast completion --help')");
    }

    @Test
    void aBadFormatNamesTheChoices() {
        CommandRun run = CommandRun.of("completion", "--format", "xml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("xml", "text", "json");
    }

    @Test
    void aUsageErrorWithJsonIsOneDocumentToo() {
        CommandRun run = CommandRun.of("completion", "--format", "json", "--nonsense");

        assertThat(run.exitCode()).isEqualTo(2);
        JsonNode error = JsonMapper.shared().readTree(run.out()).path("error");
        assertThat(error.path("exitCode").intValue()).isEqualTo(2);
        assertThat(error.path("problems").get(0).stringValue()).contains("--nonsense");
    }

    @Test
    void aReaderThatClosesStandardOutputIsNoFailure() {
        OutputStream closed = new FailingStream("Broken pipe");
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = Ballast.run(CommandRun.environment(closed, err, Path.of("x"), Map.of()), "completion");

        assertThat(exitCode).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFullDiskBehindStandardOutputIsAFailure() {
        OutputStream full = new FailingStream("No space left on device");
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = Ballast.run(CommandRun.environment(full, err, Path.of("x"), Map.of()), "completion");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("ballast: cannot write to standard output: No space left on device");
    }

    @ParameterizedTest
    @MethodSource("allVerbs")
    void everyVerbHasHelpWithAnExampleThatParses(List<String> verb) {
        List<String> arguments = new ArrayList<>(verb);
        arguments.add("--help");
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        List<String> lines = run.outLines();
        assertThat(lines).contains("Example:");
        String example = lines.get(lines.indexOf("Example:") + 1).strip().replaceFirst("^source <\\((.*)\\)$", "$1");
        assertThat(example).startsWith("ballast " + String.join(" ", verb));
        root().parseArgs(CommandRun.words(example));
    }

    static Stream<List<String>> allVerbs() {
        return leaves(root(), List.of());
    }

    @Test
    void everyVerbTakesAFormat() {
        assertThat(allVerbs().map(BallastTest::find))
                .allSatisfy(verb ->
                        assertThat(verb.getCommandSpec().findOption("--format")).isNotNull());
    }

    private static CommandLine root() {
        return Ballast.commandLine(CommandRun.environment(
                new ByteArrayOutputStream(), new ByteArrayOutputStream(), Path.of("x"), Map.of()));
    }

    private static CommandLine find(List<String> verb) {
        CommandLine found = root();
        for (String name : verb) {
            found = found.getSubcommands().get(name);
        }
        return found;
    }

    private static Stream<List<String>> leaves(CommandLine command, List<String> path) {
        if (command.getSubcommands().isEmpty()) {
            return Stream.of(path);
        }
        return command.getSubcommands().entrySet().stream()
                .filter(sub -> sub.getValue().getCommandName().equals(sub.getKey()))
                .flatMap(sub -> leaves(
                        sub.getValue(),
                        Stream.concat(path.stream(), Stream.of(sub.getKey())).toList()));
    }

    private static final class FailingStream extends OutputStream {
        private final String message;

        FailingStream(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(message);
        }
    }
}
