package io.ballast.app.cli;

import io.ballast.agent.AgentConfiguration;
import io.ballast.app.cli.check.CheckLine;
import io.ballast.app.cli.check.CheckLine.Verdict;
import io.ballast.app.cli.check.Checkup;
import io.ballast.app.cli.check.NodeProbe;
import io.ballast.sense.chain.web3j.SocketHeadFeed;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at everything that must be right before trading. */
@Command(
        name = "check",
        description = "Check configuration, nodes, contracts, balances, allowances, clock, model and keystore.",
        footer = {"", "Example:", "  ballast check -c config/agent.yaml"})
final class CheckCommand extends Verb {
    private static final Duration SOCKET_PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private final ConfigFile config;

    CheckCommand(Environment environment) {
        super(environment);
        this.config = new ConfigFile(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "OFF");
        AgentConfiguration configuration = config.load(Optional.empty());
        long chainId = configuration.universe().chainId();
        NodeProbe probe = new NodeProbe(
                url -> new Web3jChain(List.of(url), chainId), CheckCommand::pushes, System::nanoTime);
        List<CheckLine> lines = new Checkup(configuration, probe, environment.clock()).run();
        boolean ok = lines.stream().noneMatch(line -> line.verdict() == Verdict.FAIL);
        output.result(
                Map.of("ok", ok, "checks", lines),
                lines.stream().map(CheckLine::text).toList());
        return ok ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean pushes(String url) {
        return SocketHeadFeed.stands(url, SOCKET_PATIENCE);
    }
}
