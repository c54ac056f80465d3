package io.ballast.app.cli;

import picocli.CommandLine.Command;

/** The record of everything the agent decided and did. */
@Command(
        name = "journal",
        description = "Verify and list the hash-chained journal.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "Example:", "  ballast journal verify"},
        subcommands = {JournalVerifyCommand.class, JournalListCommand.class})
final class JournalCommand extends Helped {}
