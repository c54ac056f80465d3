package io.ballast.lab.bench.backtest;

import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.io.IOException;
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

    /**
     * Several runs; the median of the times and the largest of the peaks count.
     *
     * @throws io.ballast.lab.bench.PeerUnavailableException if it cannot be started or fails
     */
    List<Figure> measure(Path folder) throws IOException {
        Path scenario = new CsvScenario(loader, closes).write(folder);
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
}
