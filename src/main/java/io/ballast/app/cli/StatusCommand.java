package io.ballast.app.cli;

import io.ballast.act.execution.KillSwitch;
import io.ballast.agent.control.ControlClient;
import io.ballast.agent.control.JournalStatus;
import io.ballast.app.cli.jackson.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What an agent says of itself, or its journal when it is down. */
@Command(
        name = "status",
        description = {
            "Show whether an agent runs and is well; when it is down, what its journal says.",
            "Exit code 0 only if it runs and is well, 3 if it is halted, else 1."
        },
        footer = {"", "Example:", "  ballast status -c config/agent.yaml"})
final class StatusCommand extends Verb {
    @Mixin
    private final AgentTarget target;

    StatusCommand(Environment environment) {
        super(environment);
        this.target = new AgentTarget(environment);
    }

    @Override
    public Integer call() {
        AgentTarget.Reached agent = target.reach();
        Map<String, String> status = agent.client()
                .flatMap(ControlClient::status)
                .map(StatusCommand::said)
                .orElseGet(() -> JournalStatus.of(
                        agent.journal(),
                        KillSwitch.of(agent.journal(), environment.clock()),
                        agent.control().isPresent()));
        List<String> lines = status.entrySet().stream()
                .map(entry -> String.format(java.util.Locale.ROOT, "%-11s %s", entry.getKey(), entry.getValue()))
                .toList();
        output.result(status, lines);
        return exitCode(status);
    }

    private static Map<String, String> said(ControlClient.Answer answer) {
        if (!answer.good()) {
            throw VerbException.failed("the agent answers " + answer.status() + ": "
                    + answer.body().strip());
        }
        return Json.flat(answer.body());
    }

    private static int exitCode(Map<String, String> status) {
        if ("HALTED".equals(status.get("trading"))) {
            return ExitCode.REFUSED;
        }
        return Optional.ofNullable(status.get("health")).filter("ok"::equals).isPresent()
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }
}
