package io.ballast.app.cli;

import io.ballast.app.cli.terminal.Console;
import io.ballast.app.cli.terminal.Terminal;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.bench.backtest.CsvScenario;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Runs a command line for nobody, so that the JVM can write down which classes a start needs: the launcher makes its class archive of
 * that. It leaves out what opens signed libraries, since each start with the archive would check their signatures.
 */
final class Rehearsal {
    private static final int BARS = 20_000;

    private final Environment environment;
    private final Path folder;

    private Rehearsal(Path folder) {
        Console nobody =
                new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        this.folder = folder;
        this.environment = new Environment(
                nobody,
                Terminal.none(),
                Map.of(),
                Clock.systemUTC(),
                Path.of(System.getProperty("ballast.root", "")).toAbsolutePath(),
                folder.resolve("home"));
    }

    /** @param arguments an empty folder for what the command lines write */
    public static void main(String[] arguments) throws IOException {
        System.setOut(System.err);
        new Rehearsal(Path.of(arguments[0])).run();
        System.exit(ExitCode.DONE);
    }

    private void run() throws IOException {
        ScenarioLoader loader = new ScenarioLoader(new ConfigLoader(new YamlReader(), environment.variables()));
        Path csv = CsvScenario.ofWalk(loader, 1, BARS).write(folder);
        Ballast.run(environment, "backtest", csv.toString(), "--engine", "kernel");
    }
}
