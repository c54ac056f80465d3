package io.ballast.app.cli;

import io.ballast.agent.CommandSession;
import io.ballast.agent.CommandTask;
import io.ballast.agent.WithdrawTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes money out. */
@Command(
        name = "withdraw",
        description = "Send a token or coins to the account that account.withdraw_to names.",
        footer = {"", "Example:", "  ballast withdraw all USDC -c config/agent.yaml"})
final class WithdrawCommand extends CommandVerb {
    @Parameters(index = "0", paramLabel = "AMOUNT", description = "In whole tokens, such as 12.5, or all.")
    private String amount = "";

    @Parameters(
            index = "1",
            paramLabel = "SYMBOL",
            description = "A token of the strategy's universe, or the chain's coin.")
    private String symbol = "";

    @Option(
            names = "--while-halted",
            description =
                    "Do it though the kill switch is engaged, which stays engaged for the agent; the journal says so.")
    private boolean whileHalted;

    WithdrawCommand(Environment environment) {
        super(environment, "withdraw");
    }

    @Override
    protected boolean whileHalted() {
        return whileHalted;
    }

    @Override
    protected CommandTask plan(CommandSession session) {
        return new WithdrawTask(session, amount, symbol);
    }
}
