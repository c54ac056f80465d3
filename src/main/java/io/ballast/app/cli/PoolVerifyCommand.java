package io.ballast.app.cli;

import io.ballast.base.units.Address;
import io.ballast.sense.market.ChainReplay;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Local state and quotes against the chain at a block. */
@Command(
        name = "verify",
        description = "Follow the pools to a block, and compare their state and quotes with the chain's.",
        footer = {"", "Example:", "  ballast pool verify -c config/agent.yaml --block 24407242"})
final class PoolVerifyCommand extends Verb {
    @Mixin
    private final ConfigFile config;

    @Option(names = "--block", paramLabel = "B", required = true, description = "Block at which to compare.")
    private long block;

    @Option(
            names = "--back",
            paramLabel = "N",
            defaultValue = "50",
            description = "Blocks before it at which the pools are read and followed from (default: ${DEFAULT-VALUE}).")
    private long back;

    PoolVerifyCommand(Environment environment) {
        super(environment);
        this.config = new ConfigFile(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "OFF");
        Requirement.inRange("--back", back, 1, 10_000);
        Requirement.inRange("--block", block, back, Long.MAX_VALUE);
        Reading reading = Reading.of(environment, config.path());
        Optional<Address> quoter = reading.config().network().file().contracts().quoter();
        if (quoter.isEmpty()) {
            output.note("the network file pins no quoter (contracts.quoter): quotes are not compared");
        }
        ChainReplay.Result result = reading.replay().quotes(block - back, block, quoter);
        Reading.print(output, result);
        return result.same() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
