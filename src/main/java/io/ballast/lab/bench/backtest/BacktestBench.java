package io.ballast.lab.bench.backtest;

import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.bench.BenchFolder;
import io.ballast.lab.bench.Effort;
import io.ballast.lab.bench.PeerUnavailableException;
import io.ballast.lab.bench.Ta4j;
import io.ballast.lab.bench.Ta4jRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Backtests against the clock, over prices from a seed. Every part holds its answers against another way to compute them before it
 * measures.
 *
 * @param bars of a series
 * @param decisions of the full cycle
 * @param longest series that the time of a bar is measured on
 * @param launcher of the command line
 */
public record BacktestBench(
        long seed, int bars, int decisions, int longest, Effort effort, ScenarioLoader loader, Path launcher) {

    /**
     * Measures one part.
     *
     * @throws UnequalResultsException if two ways to the same answer disagree
     * @throws PeerUnavailableException if a library or a program cannot be had or run
     */
    public List<Figure> measure(Part part, Ta4j ta4j) {
        return switch (part) {
            case kernel -> new KernelFigures(contest(), effort).measure();
            case ta4j -> crossing(ta4j);
            case cycle ->
                inFolder(folder ->
                        new CycleFigures(loader, new Contest(closes(Contest.ASSETS, decisions))).measure(folder));
            case fills -> inFolder(folder -> new FillFigures(loader, effort).measure(folder));
            case linear -> new LinearFigures(seed, longest, effort).measure();
            case threads -> new ThreadFigures(contest()).measure();
            case process ->
                inFolder(folder -> new ProcessFigures(loader, launcher, closes(1, bars)[0]).measure(folder));
        };
    }

    private long[][] closes(int assets, int rows) {
        return new RandomWalk(seed).closes(assets, rows);
    }

    private Contest contest() {
        return new Contest(closes(Contest.ASSETS, bars));
    }

    private List<Figure> crossing(Ta4j ta4j) {
        Contest contest = contest();
        Ta4jRun theirs = ta4j.crossing(contest.closes()[0], Contest.FAST, Contest.SLOW, Contest.W1_RATE, effort);
        var ours = contest.w1();
        if (!(Contest.difference(theirs.last(), ours.last()) <= Contest.TOLERANCE)
                || theirs.trades() != ours.rebalances()) {
            throw new UnequalResultsException(Ta4j.NAME + " ends with " + theirs.last() + " after " + theirs.trades()
                    + " trades, the kernel with " + ours.last() + " after " + ours.rebalances());
        }
        return List.of(
                Figure.of("W1 " + Ta4j.NAME + ", BarSeriesManager on DoubleNum", theirs.barsPerCpuSecond(), "bars/s")
                        .noting(theirs.trades() + " trades, the kernel's"));
    }

    /** Work that needs files. */
    @FunctionalInterface
    private interface Work {
        List<Figure> in(Path folder) throws IOException;
    }

    private static List<Figure> inFolder(Work work) {
        try {
            Path folder = Files.createTempDirectory("ballast-bench-");
            try {
                return work.in(folder);
            } finally {
                BenchFolder.delete(folder);
            }
        } catch (IOException e) {
            throw new PeerUnavailableException("cannot keep files for a while: " + e.getMessage(), e);
        }
    }
}
