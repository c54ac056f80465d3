package io.ballast.app.cli;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.journal.JournalLockedException;
import io.ballast.agent.control.ControlClient;
import io.ballast.agent.control.JournalStatus;
import io.ballast.agent.control.Resumption;
import io.ballast.app.cli.jackson.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets trading go on. */
@Command(
        name = "resume",
        description = {
            "Let a halted agent trade again. Losses so far are accepted: loss limits count anew.",
            "A running agent needs 'control' in its configuration for this; else stop it first."
        },
        footer = {"", "Example:", "  ballast resume -c config/agent.yaml --yes"})
final class ResumeCommand extends Verb {
    @Mixin
    private final AgentTarget target;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    ResumeCommand(Environment environment) {
        super(environment);
        this.target = new AgentTarget(environment);
    }

    @Override
    public Integer call() {
        AgentTarget.Reached agent = target.reach();
        Optional<Map<String, String>> running =
                agent.client().flatMap(ControlClient::status).map(ResumeCommand::said);
        Map<String, String> now = running.orElseGet(() -> JournalStatus.of(
                agent.journal(),
                KillSwitch.of(agent.journal(), environment.clock()),
                agent.control().isPresent()));
        confirm(now);
        if (running.isPresent()) {
            Map<String, String> then =
                    said(agent.client().flatMap(ControlClient::resume).orElseThrow());
            output.result(then, List.of("resumed; the agent decides again when its next cycle is due"));
        } else {
            whileDown(agent.journal());
        }
        return ExitCode.DONE;
    }

    private void whileDown(Path journal) {
        try {
            boolean changed = Resumption.whileDown(journal, environment.clock());
            output.result(
                    Map.of("resumed", true, "changed", changed, "journal", journal),
                    List.of(changed ? "resumed; start the agent" : "it was not halted; start the agent"));
        } catch (JournalLockedException e) {
            throw VerbException.failed("the agent of " + journal
                    + " runs, and its configuration has no 'control' to reach it by: stop it first, then resume");
        }
    }

    private void confirm(Map<String, String> now) {
        if (!yes) {
            String state = now.getOrDefault("trading", "UNKNOWN") + " "
                    + now.getOrDefault("killSwitch", now.getOrDefault("reason", ""));
            if (!Prompt.confirm(environment, "It is " + state.strip() + ". Let it trade?")) {
                throw VerbException.refused("not resumed");
            }
        }
    }

    private static Map<String, String> said(ControlClient.Answer answer) {
        if (!answer.good()) {
            throw VerbException.failed("the agent answers " + answer.status() + ": "
                    + answer.body().strip());
        }
        return Json.flat(answer.body());
    }
}
