package io.ballast.app.cli;

import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a script that completes verbs and options in bash and zsh. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Example:", "  source <(ballast completion)"})
final class CompletionCommand extends Verb {
    CompletionCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("ballast", Ballast.commandLine(environment));
        output.result(Map.of("shells", List.of("bash", "zsh"), "script", script), List.of(script));
        return ExitCode.DONE;
    }
}
