package io.ballast.app.cli;

import picocli.CommandLine.Command;

/** Market history. */
@Command(
        name = "data",
        description = "Market history for backtests: bring it in, look at it, judge it.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "Example:", "  ballast data import ETH_USDT-1h.csv"},
        subcommands = {
            DataImportCommand.class,
            DataListCommand.class,
            DataVerifyCommand.class,
            DataDownloadCommand.class
        })
final class DataCommand extends Helped {}
