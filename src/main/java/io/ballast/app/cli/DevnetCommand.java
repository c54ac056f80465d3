package io.ballast.app.cli;

import io.ballast.app.cli.screen.DevnetText;
import io.ballast.app.cli.terminal.Signals;
import io.ballast.base.units.Address;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The local chain alone. */
@Command(
        name = "devnet",
        description = "Run only the local chain with contracts, pools and traders, until it is stopped.",
        footer = {"", "Example:", "  ballast devnet --port 8545 --order-flow"})
final class DevnetCommand extends Verb {
    @Option(names = "--port", paramLabel = "P", defaultValue = "8545", description = "Port of the chain, 0 for any free one (default: 8545).")
    private int port;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "7", description = "Fixes the market and all trades (default: 7).")
    private long seed;

    @Option(names = "--order-flow", description = "Let strangers trade along a synthetic market, in real time.")
    private boolean orderFlow;

    @Option(names = "--fund", paramLabel = "ADDRESS", description = "Give this account tokens and coins to trade with.")
    private @Nullable String account;

    @Option(names = "--home", paramLabel = "DIR", description = "Folder for the network file that an agent needs (default: devnet in BALLAST_HOME).")
    private @Nullable Path folder;

    DevnetCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        Requirement.inRange("--port", port, 0, 65_535);
        LogLevel.set(environment, "WARN");
        Signals signals = Signals.caught();
        DevnetOptions options = DevnetOptions.realTime(seed, environment.clock().instant(), environment.home())
                .withPort(port);
        try (Devnet devnet = Devnet.start(options)) {
            DevnetFolder home = new DevnetFolder(folder == null ? environment.home().resolve("devnet") : folder);
            home.write(devnet);
            if (account != null) {
                home.fund(devnet, Address.parse(account));
            }
            devnet.realTime().begin();
            output.result(DevnetText.document(devnet, home.path()), DevnetText.lines(devnet, home.path()));
            String signal = signals.first().join();
            return signal.equals("INT") ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }
}
