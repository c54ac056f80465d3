package io.ballast.app.cli;

import io.ballast.app.cli.terminal.Console;
import io.ballast.app.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A command line run in this process, with what it printed. */
public record CommandRun(int exitCode, String out, String err) {
    static final Path ROOT = Path.of(System.getProperty("ballast.root", "")).toAbsolutePath();

    /** Runs with an empty environment and a home folder that does not exist. */
    public static CommandRun of(String... arguments) {
        return in(ROOT.resolve("target/no-such-home"), Map.of(), arguments);
    }

    static CommandRun in(Path home, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Ballast.run(environment(out, err, home, environment), arguments);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Environment environment(OutputStream out, OutputStream err, Path home, Map<String, String> environment) {
        return new Environment(
                new Console(out, err, StandardCharsets.UTF_8),
                Terminal.none(),
                environment,
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
                ROOT,
                home);
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    /** Splits a command as a shell would, for commands without quotes. */
    static String[] words(String command) {
        return Arrays.stream(command.strip().split("\\s+")).skip(1).toArray(String[]::new);
    }
}
