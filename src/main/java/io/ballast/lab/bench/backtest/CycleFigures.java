package io.ballast.lab.bench.backtest;

import io.ballast.base.units.Bps;
import io.ballast.lab.backtest.engine.CycleWork;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * W1 through the agent's own cycle, gate and ledger, decision by decision, as {@code ballast backtest} runs it.
 *
 * @param contest over the same closes
 */
record CycleFigures(ScenarioLoader loader, Contest contest) {
    private static final double BOUND = 100_000;
    private static final int ROUNDS = 20;
    private static final Bps COST = new Bps(1);

    /**
     * The best of a few runs, by the clock on the wall.
     *
     * @param folder empty
     * @throws UnequalResultsException if the kernel ends with another equity, or trades another number of times
     */
    List<Figure> measure(Path folder) {
        double[] closes = Arrays.stream(contest.closes()[0])
                .mapToDouble(close -> close / RandomWalk.WHOLE)
                .toArray();
        CycleWork work = CycleWork.smaCross(loader, folder, closes, Contest.FAST, Contest.SLOW, COST);
        KernelResult kernel = contest.w1();
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            CycleWork.Done done = work.run();
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
            requireSame(done, kernel);
        }
        return List.of(Figure.of("W1 full decision cycle", closes.length / best, "decisions/s")
                .least(BOUND)
                .noting(closes.length + " decisions, equity as the kernel's"));
    }

    private static void requireSame(CycleWork.Done done, KernelResult kernel) {
        double growth = kernel.last() / kernel.equity()[0];
        if (!(Contest.difference(done.growth(), growth) <= Contest.TOLERANCE) || done.trades() != kernel.rebalances()) {
            throw new UnequalResultsException("W1: the cycle grows to " + done.growth() + " by " + done.trades()
                    + " trades, the kernel to " + growth + " by " + kernel.rebalances());
        }
    }
}
