package io.ballast.app.cli;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentSession;
import io.ballast.agent.CallPlan;
import io.ballast.agent.Mode;
import io.ballast.agent.control.ControlDesk;
import io.ballast.agent.control.ControlServer;
import io.ballast.agent.control.ControlToken;
import io.ballast.app.cli.terminal.Signals;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The headless agent. */
@Command(
        name = "trade",
        description = "Run the agent: on paper unless another mode is given.",
        footer = {"", "Example:", "  ballast trade -c config/agent.yaml --mode paper --once"})
final class TradeCommand extends Verb {
    private static final String ACCEPT = "BALLAST_LIVE_I_ACCEPT_THE_RISK";

    @Mixin
    private final ConfigFile config;

    @Mixin
    private final AcceptedConfig accepted = new AcceptedConfig();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "paper, shadow, canary or live (default: the configuration's, which is paper unless it says otherwise).")
    private @Nullable String mode;

    @Option(names = "--once", description = "Make one decision and end.")
    private boolean once;

    @Option(names = "--live-i-accept-the-risk", description = "Required for live, or " + ACCEPT + "=yes.")
    private boolean riskAccepted;

    @Option(
            names = "--recording",
            paramLabel = "DIR",
            description = "Make a recorded run again on paper, from its recording alone: no node is asked.")
    private @Nullable Path recording;

    TradeCommand(Environment environment) {
        super(environment);
        this.config = new ConfigFile(environment);
    }

    @Override
    public Integer call() {
        AgentConfiguration configuration = accepted.in(config.load(mode()));
        requireAcceptance(configuration.settings().mode());
        if (recording != null) {
            return new RecordedTrade(output).run(configuration, recording);
        }
        requireBudget(configuration);
        ControlDesk desk = AgentSession.desk(configuration, environment.clock());
        Signals signals = Signals.caught();
        Signals.onUser1(() -> desk.halt("by signal USR1"));
        Optional<ControlServer> control = configuration
                .settings()
                .control()
                .map(file -> ControlServer.start(file.port(), ControlToken.readOrMake(file.tokenFile()), desk));
        try (AgentSession session = AgentSession.open(configuration, environment.clock(), desk)) {
            TradeLog log = new TradeLog(output);
            int exitCode = once ? log.one(session.once()) : run(session, log, signals, control.isPresent());
            log.end(configuration, session.heads());
            return exitCode;
        } finally {
            control.ifPresent(ControlServer::close);
        }
    }

    /**
     * Until a signal, or until trading is halted.
     *
     * @param steered whether a halted agent stays, to be looked at and resumed
     */
    private static int run(AgentSession session, TradeLog log, Signals signals, boolean steered) {
        session.onHeads(log::heads);
        CompletableFuture<?> unused = signals.first().thenAccept(signal -> session.stop());
        session.run(outcome -> {
            if (log.one(outcome) == ExitCode.REFUSED && log.halted() && !steered) {
                session.stop();
            }
        });
        if (log.halted()) {
            return ExitCode.REFUSED;
        }
        return signals.first().getNow("").equals("INT") ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    private Optional<Mode> mode() {
        if (mode == null) {
            return Optional.empty();
        }
        String name = mode.toUpperCase(Locale.ROOT);
        return Optional.of(Arrays.stream(Mode.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> VerbException.usage("--mode must be one of " + modes() + ", was '" + mode + "'")));
    }

    private static String modes() {
        return Arrays.stream(Mode.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static void requireBudget(AgentConfiguration configuration) {
        CallPlan plan = CallPlan.of(configuration);
        if (plan.refused()) {
            throw VerbException.usage(plan.text() + ": " + plan.remedy());
        }
    }

    private void requireAcceptance(Mode chosen) {
        if (chosen == Mode.LIVE && !riskAccepted && !acceptedInEnvironment()) {
            throw VerbException.usage(
                    "live trading signs with real money: give --live-i-accept-the-risk or set " + ACCEPT + "=yes");
        }
    }

    private boolean acceptedInEnvironment() {
        return environment.variables().getOrDefault(ACCEPT, "").equalsIgnoreCase("yes");
    }
}
