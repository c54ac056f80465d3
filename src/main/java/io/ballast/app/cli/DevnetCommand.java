package io.ballast.app.cli;

import io.ballast.app.cli.terminal.Signals;
import io.ballast.base.units.Address;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The local chain alone. */
@Command(
        name = "devnet",
        description = "Run only the local chain with contracts, pools and traders, until it is stopped.",
        footer = {"", "Example:", "  ballast devnet --port 8545 --order-flow"})
final class DevnetCommand extends Verb {
    /** That of {@link DevnetOptions#realTime}. */
    private static final Duration BLOCK_TIME = Duration.ofSeconds(1);

    /** Enough for the price window of a strategy with bars of ten seconds. */
    private static final Duration HISTORY = Duration.ofMinutes(12);

    private static final Duration HISTORY_BLOCKS = Duration.ofSeconds(10);

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8545",
            description = "Port of the chain, 0 for any free one (default: 8545).")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "Fixes the market and all trades (default: 7).")
    private long seed;

    @Option(names = "--order-flow", description = "Let strangers trade along a synthetic market, in real time.")
    private boolean orderFlow;

    @Option(names = "--fund", paramLabel = "ADDRESS", description = "Give this account tokens and coins to trade with.")
    private @Nullable Address account;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for the network file that an agent needs (default: devnet in BALLAST_HOME).")
    private @Nullable Path folder;

    DevnetCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        Requirement.inRange("--port", port, 0, 65_535);
        LogLevel.set(environment, "WARN");
        Signals signals = Signals.caught();
        DevnetOptions options = DevnetOptions.realTime(
                        seed, environment.clock().instant(), orderFlow ? HISTORY : Duration.ZERO, environment.home())
                .withPort(port);
        try (Devnet devnet = Devnet.start(options)) {
            open(devnet);
            return signals.first().join().equals("INT") ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private void open(Devnet devnet) {
        DevnetFolder home = new DevnetFolder(folder == null ? environment.home().resolve("devnet") : folder);
        home.write(devnet, BLOCK_TIME);
        if (account != null) {
            DevnetFolder.fund(devnet, account);
        }
        if (orderFlow) {
            devnet.realTime().begin(environment.clock(), HISTORY_BLOCKS);
        } else {
            devnet.realTime().beginQuietly();
        }
        DevnetResult text = DevnetResult.of(devnet.rpcUrl(), devnet.addresses(), home.networkFile());
        output.result(text, text.lines());
    }
}
