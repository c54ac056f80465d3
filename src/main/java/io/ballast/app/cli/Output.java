package io.ballast.app.cli;

import io.ballast.app.cli.jackson.Json;
import java.util.List;
import picocli.CommandLine.Option;

/** Mixin: where a verb's result goes, and in what form. */
final class Output {
    private final Environment environment;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print the result; with json exactly one document goes to standard output.")
    private Format format = Format.text;

    Output(Environment environment) {
        this.environment = environment;
    }

    boolean json() {
        return format == Format.json;
    }

    /** The result, in the form that was asked for. */
    void result(Object document, List<String> text) {
        if (json()) {
            environment.console().print(Json.document(document));
        } else {
            text.forEach(environment.console()::print);
        }
    }

    /** A line on the way to the result: beside it when that is JSON, and otherwise part of it. */
    void progress(String line) {
        if (json()) {
            environment.console().note(line);
        } else {
            environment.console().print(line);
        }
    }

    /** A line for people that is never part of the result. */
    void note(String line) {
        environment.console().note(line);
    }
}
