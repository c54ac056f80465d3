package io.ballast.app.cli;

import picocli.CommandLine.Command;

/** Pools. */
@Command(
        name = "pool",
        description = "Find pools, and verify that they are known and quoted as the chain does.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "Example:", "  ballast pool find -c config/agent.yaml --tokens WETH,USDC"},
        subcommands = {PoolFindCommand.class, PoolVerifyCommand.class})
final class PoolCommand extends Helped {}
