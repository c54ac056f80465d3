package io.ballast.app.cli;

import io.ballast.lab.bench.SafetyBench;
import io.ballast.lab.bench.SafetyFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What gate and journal cost. */
@Command(
        name = "safety",
        description = {
            "Judge and journal decisions that trade, with every limit and a real journal with its fsyncs, and print what that adds"
                    + " to a decision, beside the same bytes written to a plain file with as many fsyncs.",
            "Fails if the median is more than 2 ms."
        },
        footer = {"", "Example:", "  ballast bench safety --folder /var/lib/ballast"})
final class BenchSafetyCommand extends Verb {
    @Option(
            names = "--decisions",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Decisions for the clock, after as many to warm up (default: 1000).")
    private int decisions;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "7", description = "Fixes the pools (default: 7).")
    private long seed;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the journal is made and deleted: the disk that is measured (default: here).")
    private Path folder = Path.of(".");

    BenchSafetyCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        Requirement.inRange("--decisions", decisions, 1, 30_000);
        if (!Files.isDirectory(folder)) {
            throw VerbException.usage("--folder " + folder + " is no folder");
        }
        LogLevel.set(environment, "ERROR");
        SafetyFigures figures = new SafetyBench(seed, decisions).run(folder);
        output.result(document(figures), figures.lines());
        return figures.within() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, Object> document(SafetyFigures figures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("micros", figures.parts());
        document.put("decisions", figures.decisions());
        document.put("entriesPerDecision", figures.entries());
        document.put("bytesPerDecision", figures.bytes());
        document.put("boundMicros", SafetyFigures.BOUND_MICROS);
        document.put("held", figures.within());
        return document;
    }
}
