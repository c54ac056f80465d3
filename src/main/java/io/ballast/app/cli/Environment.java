package io.ballast.app.cli;

import io.ballast.app.cli.terminal.Console;
import io.ballast.app.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a verb finds around it.
 *
 * @param root the project's folder, where {@code config/}, {@code strategies/} and {@code models/} are
 * @param home folder for caches, wallets and the journals of demo runs
 */
record Environment(
        Console console, Terminal terminal, Map<String, String> variables, Clock clock, Path root, Path home) {
    Environment {
        variables = Map.copyOf(variables);
    }

    /** Of this process. */
    static Environment ofProcess() {
        Map<String, String> variables = System.getenv();
        String userHome = variables.getOrDefault("HOME", System.getProperty("user.home", "."));
        String home = variables.getOrDefault("BALLAST_HOME", userHome + "/.ballast");
        return new Environment(
                Console.ofProcess(),
                Terminal.ofProcess(variables),
                variables,
                Clock.systemUTC(),
                Path.of(System.getProperty("ballast.root", "")).toAbsolutePath(),
                Path.of(home).toAbsolutePath());
    }

    /** A switch in the environment is on unless it is empty, 0, no or false. */
    boolean isOn(String variable) {
        String value = variables.getOrDefault(variable, "").strip();
        return !value.matches("(?i)|0|no|false");
    }
}
