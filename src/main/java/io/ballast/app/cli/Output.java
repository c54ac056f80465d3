package io.ballast.app.cli;

import io.ballast.app.cli.jackson.Json;
import java.util.List;
import picocli.CommandLine.Option;

/** Mixin: where a verb's result goes, and in what form. */
final class Output {
    private final Surroundings surroundings;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print the result; with json exactly one document goes to standard output.")
    private Format format = Format.text;

    Output(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    boolean json() {
        return format == Format.json;
    }

    /** The result, in the form that was asked for. */
    void result(Object document, List<String> text) {
        if (json()) {
            surroundings.console().print(Json.document(document));
        } else {
            text.forEach(surroundings.console()::print);
        }
    }

    /** A line on the way to the result: beside it when that is JSON, and otherwise part of it. */
    void progress(String line) {
        if (json()) {
            surroundings.console().note(line);
        } else {
            surroundings.console().print(line);
        }
    }

    /** A line for people that is never part of the result. */
    void note(String line) {
        surroundings.console().note(line);
    }
}
