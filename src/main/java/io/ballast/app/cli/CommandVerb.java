package io.ballast.app.cli;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.CommandResult;
import io.ballast.agent.CommandSession;
import io.ballast.agent.CommandTask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A verb by which a person acts on the account while the agent is down: it says what it will do before it does it. */
abstract class CommandVerb extends Verb {
    private final String verb;

    @Mixin
    private final ConfigFile config;

    @Mixin
    private final AcceptedConfig accepted = new AcceptedConfig();

    @Option(names = "--dry-run", description = "Say what would be done and what it would cost, and do nothing.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do it without asking.")
    private boolean yes;

    /** @param verb its name */
    protected CommandVerb(Environment environment, String verb) {
        super(environment);
        this.verb = verb;
        this.config = new ConfigFile(environment);
    }

    /** Checks every precondition; sends and journals nothing. */
    protected abstract CommandTask plan(CommandSession session);

    /** Whether the person acts in spite of the kill switch; only verbs that take risk or money out may ask for it. */
    protected boolean whileHalted() {
        return false;
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "WARN");
        AgentConfiguration configuration = accepted.in(config.load(Optional.empty()));
        try (CommandSession session = CommandSession.open(configuration, environment.clock(), verb, whileHalted())) {
            CommandTask task = plan(session);
            List<String> preview = Stream.concat(session.remarks().stream(), task.preview().stream())
                    .toList();
            preview.forEach(output::progress);
            if (dryRun || task.idle()) {
                output.result(new Result(verb, dryRun, true, preview, List.of(), List.of()), List.of());
                return ExitCode.DONE;
            }
            confirm();
            return done(preview, task.run());
        }
    }

    private void confirm() {
        if (!yes && !Prompt.confirm(environment, verb + ": go on?")) {
            throw VerbException.failed("not confirmed; nothing was done");
        }
    }

    private int done(List<String> preview, CommandResult result) {
        List<String> ends = result.ends().stream().map(IntentOutcome::describe).toList();
        ends.forEach(output::progress);
        result.lines().forEach(output::progress);
        output.result(new Result(verb, false, result.complete(), preview, ends, result.lines()), List.of());
        if (result.refused()) {
            return ExitCode.REFUSED;
        }
        return result.complete() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private record Result(
            String verb, boolean dryRun, boolean ok, List<String> preview, List<String> intents, List<String> result) {}
}
