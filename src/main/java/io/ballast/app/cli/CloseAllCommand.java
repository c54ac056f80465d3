package io.ballast.app.cli;

import io.ballast.agent.CloseAllTask;
import io.ballast.agent.CommandSession;
import io.ballast.agent.CommandTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sells everything. */
@Command(
        name = "close-all",
        description = "Sell every asset for cash; HALTED afterwards.",
        footer = {"", "Example:", "  ballast close-all -c config/agent.yaml --dry-run"})
final class CloseAllCommand extends CommandVerb {
    @Option(
            names = "--while-halted",
            description =
                    "Do it though the kill switch is engaged, which stays engaged for the agent; the journal says so.")
    private boolean whileHalted;

    CloseAllCommand(Environment environment) {
        super(environment, "close-all");
    }

    @Override
    protected boolean whileHalted() {
        return whileHalted;
    }

    @Override
    protected CommandTask plan(CommandSession session) {
        return new CloseAllTask(session);
    }
}
