package io.ballast.app.cli;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.Mode;
import io.ballast.agent.quartz.CycleScheduler;
import io.ballast.app.cli.terminal.Signals;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "paper, canary or live (default: the configuration's, which is paper unless it says otherwise).")
    private @Nullable String mode;

    @Option(names = "--once", description = "Make one decision and end.")
    private boolean once;

    @Option(names = "--live-i-accept-the-risk", description = "Required for live, or " + ACCEPT + "=yes.")
    private boolean accepted;

    TradeCommand(Environment environment) {
        super(environment);
        this.config = new ConfigFile(environment);
    }

    @Override
    public Integer call() {
        AgentConfiguration configuration = config.load(mode());
        requireAcceptance(configuration.settings().mode());
        Signals signals = Signals.caught();
        try (TradingSession session = TradingSession.open(configuration, environment.clock())) {
            TradeLog log = new TradeLog(output);
            int exitCode = once ? log.one(session.cycle()) : run(session, configuration, log, signals);
            log.end(configuration);
            return exitCode;
        }
    }

    private int run(TradingSession session, AgentConfiguration configuration, TradeLog log, Signals signals) {
        CompletableFuture<Integer> end =
                signals.first().thenApply(signal -> signal.equals("INT") ? ExitCode.INTERRUPTED : ExitCode.DONE);
        Duration interval = configuration.strategy().timeframe();
        try (CycleScheduler scheduler = new CycleScheduler("trade", () -> cycle(session, log, end))) {
            scheduler.every(interval, Date.from(environment.clock().instant()));
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void cycle(TradingSession session, TradeLog log, CompletableFuture<Integer> end) {
        if (end.isDone()) {
            return;
        }
        try {
            if (log.one(session.cycle()) == ExitCode.REFUSED && log.halted()) {
                end.complete(ExitCode.REFUSED);
            }
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
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

    private void requireAcceptance(Mode chosen) {
        if (chosen == Mode.LIVE && !accepted && !acceptedInEnvironment()) {
            throw VerbException.usage(
                    "live trading signs with real money: give --live-i-accept-the-risk or set " + ACCEPT + "=yes");
        }
    }

    private boolean acceptedInEnvironment() {
        return environment.variables().getOrDefault(ACCEPT, "").equalsIgnoreCase("yes");
    }
}
