package io.ballast.app.cli;

import picocli.CommandLine.Command;

/** Keystores: encrypted files that hold one key each. */
@Command(
        name = "wallet",
        description = "Make, import, list and show keystores; never prints a key.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "Example:", "  ballast wallet list"},
        subcommands = {
            WalletNewCommand.class,
            WalletImportCommand.class,
            WalletListCommand.class,
            WalletShowCommand.class
        })
final class WalletCommand extends Helped {}
