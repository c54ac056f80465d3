package io.ballast.app.cli;

import io.ballast.app.cli.screen.DemoResult;
import io.ballast.lab.demo.Demo;
import io.ballast.lab.demo.DemoOptions;
import io.ballast.lab.demo.DemoSummary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole agent on a local chain. */
@Command(
        name = "demo",
        description =
                "Run the whole agent on a local chain with the real Uniswap contracts; no key, no account needed.",
        footer = {"", "Example:", "  ballast demo --cycles 20 --seed 7"})
final class DemoCommand extends Verb {
    @Option(names = "--cycles", paramLabel = "N", defaultValue = "20", description = "Decisions to make (default: 20).")
    private int cycles;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "Fixes the market, all trades and the account (default: 7).")
    private long seed;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "0",
            description = "Port of the local chain (default: any free one).")
    private int port;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for this run's journal (default: a new one in BALLAST_HOME).")
    private @Nullable Path folder;

    @Option(
            names = "--record",
            description = "Write every answer of the chain and every event of the pools into the folder's recording/.")
    private boolean record;

    @Option(names = "--serve", description = "Show the dashboard as well; comes with the server.")
    private boolean serve;

    DemoCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (serve) {
            throw VerbException.usage("--serve: the dashboard comes with the server, which this version does not have");
        }
        Requirement.inRange("--cycles", cycles, 1, 1_000_000);
        Requirement.inRange("--port", port, 0, 65_535);
        DemoSummary summary = run(options());
        output.result(summary, DemoResult.lines(summary));
        return isSound(summary) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private DemoOptions options() {
        Path home = folder != null
                ? folder
                : DemoFolders.in(environment).fresh(environment.clock().instant(), seed);
        return new DemoOptions(cycles, seed, port, home, environment.root(), environment.home(), record);
    }

    private DemoSummary run(DemoOptions options) {
        if (output.json() || !environment.terminal().canRedraw()) {
            LogLevel.set(environment, "WARN");
            return new Demo().run(options, new PlainDemo(output));
        }
        // A log line would tear the screen; what matters is on it.
        LogLevel.set(environment, "OFF");
        try (LiveDemo screen = new LiveDemo(environment)) {
            return new Demo().run(options, screen);
        }
    }

    private static boolean isSound(DemoSummary summary) {
        return summary.journal().ok()
                && summary.reconciled()
                && summary.allowancesAtRest().equals("0");
    }
}
