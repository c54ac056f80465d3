package io.ballast.app.cli;

import io.ballast.act.execution.KillSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Engages the kill switch. */
@Command(
        name = "halt",
        description = {
            "Stop an agent at once, running or not: nothing is signed or sent until 'ballast resume'.",
            "The same as making the file JOURNAL.halt, or as sending SIGUSR1 to the agent's process."
        },
        footer = {"", "Example:", "  ballast halt -c config/agent.yaml --reason maintenance"})
final class HaltCommand extends Verb {
    @Mixin
    private final AgentTarget target;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
    private String reason = "";

    HaltCommand(Environment environment) {
        super(environment);
        this.target = new AgentTarget(environment);
    }

    @Override
    public Integer call() {
        Path journal = target.reach().journal();
        KillSwitch killSwitch = KillSwitch.of(journal, environment.clock());
        boolean already = killSwitch.stopped().isPresent();
        killSwitch.engage(reason.isBlank() ? "by command" : "by command: " + reason.strip());
        Path file = KillSwitch.fileOf(journal);
        String why = killSwitch.stopped().orElse("");
        output.result(
                Map.of("halted", true, "already", already, "file", file, "reason", why),
                List.of((already ? "halted already: " : "halted: ") + why, "until 'ballast resume', by " + file));
        return ExitCode.DONE;
    }
}
