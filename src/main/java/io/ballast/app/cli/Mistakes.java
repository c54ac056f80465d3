package io.ballast.app.cli;

import io.ballast.app.cli.jackson.Json;
import io.ballast.app.cli.terminal.ClosedOutputException;
import io.ballast.app.cli.terminal.Console;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns everything that goes wrong into one line for each problem and an exit code. */
record Mistakes(Environment environment) implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String verb = e.getCommandLine().getCommandSpec().qualifiedName();
        String problem = words(e) + " (see '" + verb + " --help')";
        return report(e, ExitCode.USAGE, List.of(problem), asksForJson(Arrays.asList(arguments)));
    }

    /** The options were not understood as a whole, so this one is looked for by hand. */
    private static boolean asksForJson(List<String> arguments) {
        int value = arguments.indexOf("--format") + 1;
        boolean apart =
                value > 0 && value < arguments.size() && arguments.get(value).equals("json");
        return apart || arguments.contains("--format=json");
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine verb, ParseResult parsed) {
        Object command = verb.getCommand();
        return handle(e, command instanceof Verb failed && failed.output.json());
    }

    /** Reports anything a verb threw. */
    int handle(Throwable e, boolean json) {
        if (e instanceof ClosedOutputException) {
            return ExitCode.DONE;
        }
        if (e instanceof VerbException verb) {
            return report(e, verb.exitCode(), verb.problems(), json);
        }
        return Problems.of(e)
                .map(known -> report(e, known.exitCode(), known.lines(), json))
                .orElseGet(() -> report(e, ExitCode.FAILED, List.of(unexpected(e)), json));
    }

    private int report(Throwable e, int exitCode, List<String> problems, boolean json) {
        Console console = environment.console();
        problems.forEach(problem -> console.note("ballast: " + oneLine(problem)));
        if (environment.isOn("BALLAST_DEBUG")) {
            e.printStackTrace(console.errWriter());
        }
        if (json) {
            console.print(Json.document(Map.of("error", new Report(exitCode, problems))));
        }
        return exitCode;
    }

    /** What stands in a JSON result's place. */
    private record Report(int exitCode, List<String> problems) {}

    private static String unexpected(Throwable e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return e.getClass().getSimpleName() + message + " (BALLAST_DEBUG=1 shows where)";
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException && "Missing required subcommand".equals(e.getMessage())) {
            return "which one? "
                    + String.join(", ", e.getCommandLine().getSubcommands().keySet());
        }
        String message = oneLine(String.valueOf(e.getMessage()));
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String unmatched(UnmatchedArgumentException e) {
        // A value may be a secret that somebody tried to give.
        String argument = e.getUnmatched().get(0).replaceAll("=.*", "");
        boolean verbDue = !e.getCommandLine().getSubcommands().isEmpty();
        String kind = argument.startsWith("-") ? "unknown option" : verbDue ? "unknown verb" : "unexpected argument";
        List<String> near = e.getSuggestions();
        String hint = near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?";
        return kind + " '" + argument + "'" + hint;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
