package io.ballast.app.cli;

import picocli.CommandLine.Command;

/** Trained models. */
@Command(
        name = "models",
        description = "List, show, verify and promote trained models.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "Example:", "  ballast models list"},
        subcommands = {
            ModelsListCommand.class,
            ModelsShowCommand.class,
            ModelsVerifyCommand.class,
            ModelsPromoteCommand.class
        })
final class ModelsCommand extends Helped {}
