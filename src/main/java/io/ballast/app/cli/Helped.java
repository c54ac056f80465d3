package io.ballast.app.cli;

import picocli.CommandLine.Option;

/** Everything that has a help text; alone, a group of verbs. */
abstract class Helped {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;
}
