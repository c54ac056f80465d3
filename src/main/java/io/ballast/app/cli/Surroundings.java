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
record Surroundings(
        Console console, Terminal terminal, Map<String, String> environment, Clock clock, Path root, Path home) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Of this process. */
    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        String userHome = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
        String home = environment.getOrDefault("BALLAST_HOME", userHome + "/.ballast");
        return new Surroundings(
                Console.ofProcess(),
                Terminal.ofProcess(environment),
                environment,
                Clock.systemUTC(),
                Path.of(System.getProperty("ballast.root", "")).toAbsolutePath(),
                Path.of(home).toAbsolutePath());
    }

    /** A switch in the environment is on unless it is empty, 0, no or false. */
    boolean isOn(String variable) {
        String value = environment.getOrDefault(variable, "").strip();
        return !value.matches("(?i)|0|no|false");
    }
}
