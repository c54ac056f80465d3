package io.ballast.app.cli;

import io.ballast.agent.CommandSession;
import io.ballast.agent.CommandTask;
import io.ballast.agent.ReconcileTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the journal with the chain. */
@Command(
        name = "reconcile",
        description = "Hold the books against the chain, to the wei.",
        footer = {"", "Example:", "  ballast reconcile -c config/agent.yaml --yes"})
final class ReconcileCommand extends CommandVerb {
    @Option(names = "--deposit", description = "What is kept apart is mine: count it as a deposit.")
    private boolean deposit;

    ReconcileCommand(Environment environment) {
        super(environment, "reconcile");
    }

    @Override
    protected CommandTask plan(CommandSession session) {
        return new ReconcileTask(session, deposit);
    }
}
