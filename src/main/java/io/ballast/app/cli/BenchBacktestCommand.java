package io.ballast.app.cli;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.bench.Effort;
import io.ballast.lab.bench.PeerUnavailableException;
import io.ballast.lab.bench.Ta4j;
import io.ballast.lab.bench.backtest.BacktestBench;
import io.ballast.lab.bench.backtest.Figure;
import io.ballast.lab.bench.backtest.Part;
import io.ballast.lab.bench.backtest.UnequalResultsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Backtests against the clock. */
@Command(
        name = "backtest",
        description = {
            "Run backtests over prices from a seed against the clock: the kernel beside a plain loop and ta4j, the full decision"
                    + " cycle, exact fills, longer and longer series, two threads, and the whole process from a file to its"
                    + " result.",
            "Answers are compared before anything is timed. Fails if two differ, if a bound is not kept, or if ta4j cannot"
                    + " be fetched."
        },
        footer = {
            "",
            "Example:",
            "  ballast bench backtest",
            "  ballast bench backtest --parts kernel,linear --format json"
        })
final class BenchBacktestCommand extends Verb {
    @Option(
            names = "--bars",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Bars of a series (default: 1000000).")
    private int bars;

    @Option(
            names = "--decisions",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Decisions of the full cycle (default: 50000).")
    private int decisions;

    @Option(
            names = "--longest",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Bars of the longest series, in steps of ten (default: 10000000).")
    private int longest;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds to warm up, and as many for the clock (default: 5).")
    private int rounds;

    @Option(
            names = "--millis",
            paramLabel = "MS",
            defaultValue = "200",
            description = "Least length of a round (default: 200).")
    private int millis;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "7", description = "Fixes the prices (default: 7).")
    private long seed;

    @Option(
            names = "--parts",
            paramLabel = "PART",
            split = ",",
            defaultValue = "kernel,ta4j,cycle,fills,linear,threads,process",
            description = "What to measure (default: all of ${COMPLETION-CANDIDATES}).")
    private List<Part> parts = List.of();

    BenchBacktestCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        Requirement.inRange("--bars", bars, 300, 100_000_000);
        Requirement.inRange("--decisions", decisions, 300, 10_000_000);
        Requirement.inRange("--longest", longest, 300, 100_000_000);
        Requirement.inRange("--rounds", rounds, 1, 1_000);
        Requirement.inRange("--millis", millis, 0, 60_000);
        LogLevel.set(environment, "ERROR");
        List<Figure> figures = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try {
            parts.forEach(part -> measure(part, figures, missing));
        } catch (UnequalResultsException e) {
            throw VerbException.failed("different answers, so no speed counts: " + e.getMessage());
        }
        output.result(document(figures, missing), lines(missing));
        return missing.isEmpty() && figures.stream().allMatch(Figure::held) ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Prints as it goes: all of it takes minutes. */
    private void measure(Part part, List<Figure> figures, List<String> missing) {
        try {
            List<Figure> found = bench().measure(part, new Ta4j(environment.home(), environment.variables()));
            found.forEach(figure -> output.progress(figure.line()));
            figures.addAll(found);
        } catch (PeerUnavailableException e) {
            missing.add(part + ": " + e.getMessage());
            output.note("ballast: NOT MEASURED, " + part + ": " + e.getMessage());
        }
    }

    private BacktestBench bench() {
        return new BacktestBench(
                seed,
                bars,
                decisions,
                longest,
                new Effort(rounds, millis),
                new ScenarioLoader(new ConfigLoader(new YamlReader(), environment.variables())),
                environment.root().resolve("ballast"));
    }

    private static List<String> lines(List<String> missing) {
        List<String> lines = new ArrayList<>();
        missing.forEach(part -> lines.add("not measured: " + part));
        lines.add(
                "kernel, loops, ta4j and fills by CPU time of one thread, cycle, threads and process by the clock; best round");
        return lines;
    }

    private static Map<String, Object> document(List<Figure> figures, List<String> missing) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("figures", figures.stream().map(Figure::document).toList());
        document.put("notMeasured", missing);
        document.put("held", figures.stream().allMatch(Figure::held));
        return document;
    }
}
