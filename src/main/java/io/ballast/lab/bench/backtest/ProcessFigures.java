package io.ballast.lab.bench.backtest;

import io.ballast.lab.backtest.engine.BenchScenarios;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The command line itself, from a CSV file to the printed result, in a process of its own: what a person waits for.
 *
 * @param launcher program that starts it
 * @param closes of the prices, in units of 10⁻⁸
 */
record ProcessFigures(ScenarioLoader loader, Path launcher, long[] closes) {
    private static final double SECONDS_BOUND = 1.5;
    private static final double BYTES_BOUND = 400e6;
    private static final int RUNS = 3;
    private static final long FIRST = 1_577_836_800L;

    private static final String STRATEGY = """
            universe:
              WBTC: {target: 100%}
              USDC: {target: 0%}
            timeframe: 1m
            rebalance: {steps: [100%], min_trade: 0 USD}
            scorer: {type: sma-cross, fast: 50, slow: 200, moves: full}
            """;

    private static final String SCENARIO = """
            period: 2020-01-01..2050-01-01
            start: {USDC: 1000000}
            data: {prices: {csv: {WBTC: prices.csv}}}
            fills: {model: proportional, cost: 1bps}
            """;

    /**
     * Several runs; the median of the times and the largest of the peaks count.
     *
     * @throws io.ballast.lab.bench.PeerUnavailableException if it cannot be started or fails
     */
    List<Figure> measure(Path folder) throws IOException {
        new BenchScenarios(folder, loader).load(STRATEGY, SCENARIO);
        Path scenario = folder.resolve("backtests/own.yaml");
        writeCsv(folder.resolve("prices.csv"));
        // The first call builds the program where that is due.
        ProcessRun.of(folder, List.of(launcher.toString(), "--version"));
        List<ProcessRun> starts = runs(folder, List.of(launcher.toString(), "--version"));
        List<ProcessRun> runs =
                runs(folder, List.of(launcher.toString(), "backtest", scenario.toString(), "--engine", "kernel"));
        double[] seconds = seconds(runs);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("whole process that prints its version", seconds(starts)[RUNS / 2], "s"));
        figures.add(Figure.of("whole process, CSV of " + closes.length + " bars to result", seconds[RUNS / 2], "s")
                .most(SECONDS_BOUND)
                .noting("median of " + RUNS + ", " + Arrays.toString(seconds)));
        peak(runs)
                .ifPresentOrElse(
                        bytes -> figures.add(Figure.of("its peak resident memory", bytes / 1e6, "MB")
                                .most(BYTES_BOUND / 1e6)),
                        () -> figures.add(Figure.of("its peak resident memory", Double.NaN, "MB")
                                .noting("unknown: this system has no /proc")));
        return figures;
    }

    private static List<ProcessRun> runs(Path folder, List<String> command) throws IOException {
        List<ProcessRun> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(ProcessRun.of(folder, command));
        }
        return runs;
    }

    private static double[] seconds(List<ProcessRun> runs) {
        return runs.stream().mapToDouble(ProcessRun::seconds).sorted().toArray();
    }

    private static OptionalLong peak(List<ProcessRun> runs) {
        return runs.stream()
                .map(ProcessRun::peakBytes)
                .flatMapToLong(OptionalLong::stream)
                .max();
    }

    /** As exchanges write bars: the time in seconds, open, high, low and close with eight decimals, and a volume. */
    private void writeCsv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("time,open,high,low,close,volume\n");
            for (int row = 0; row < closes.length; row++) {
                String open = decimal(closes[Math.max(0, row - 1)]);
                String close = decimal(closes[row]);
                boolean up = closes[row] > closes[Math.max(0, row - 1)];
                out.write((FIRST + 60L * row) + "," + open + "," + (up ? close : open) + "," + (up ? open : close) + ","
                        + close + ",1.5\n");
            }
        }
    }

    private static String decimal(long units) {
        String fraction = Long.toString(units % 100_000_000);
        return units / 100_000_000 + "." + "0".repeat(8 - fraction.length()) + fraction;
    }
}
