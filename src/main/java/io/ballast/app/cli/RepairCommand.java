package io.ballast.app.cli;

import io.ballast.agent.CommandSession;
import io.ballast.agent.CommandTask;
import io.ballast.agent.RepairTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts an account in order. */
@Command(
        name = "repair",
        description = "End what is open, take the books over from the chain, take allowances back; HALTED afterwards.",
        footer = {"", "Example:", "  ballast repair -c config/agent.yaml --dry-run"})
final class RepairCommand extends CommandVerb {
    @Option(names = "--taken-out", description = "What left the account was my own withdrawal, and no loss.")
    private boolean takenOut;

    RepairCommand(Environment environment) {
        super(environment, "repair");
    }

    @Override
    protected CommandTask plan(CommandSession session) {
        return new RepairTask(session, takenOut);
    }
}
