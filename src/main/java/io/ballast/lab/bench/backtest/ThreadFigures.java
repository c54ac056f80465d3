package io.ballast.lab.bench.backtest;

import io.ballast.base.units.Hash32;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs that do not depend on each other, on one thread and on two: the same bits, and how much sooner. */
record ThreadFigures(Contest contest) {
    private static final int RUNS = 16;
    private static final int ROUNDS = 3;

    /**
     * Both, after one round to warm up.
     *
     * @throws UnequalResultsException if any bit differs
     */
    List<Figure> measure() {
        double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        List<Hash32> expected = run(1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int threads = 1; threads <= best.length; threads++) {
                long begun = System.nanoTime();
                List<Hash32> hashes = run(threads);
                best[threads - 1] = Math.min(best[threads - 1], (System.nanoTime() - begun) / 1e9);
                if (!hashes.equals(expected)) {
                    throw new UnequalResultsException(threads + " threads give another result than one");
                }
            }
        }
        return List.of(
                Figure.of("2 threads over 1, " + RUNS + " runs, results bit-identical", best[0] / best[1], "times")
                        .noting(Runtime.getRuntime().availableProcessors() + " processors"));
    }

    private List<Hash32> run(int threads) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            return pool.invokeAll(tasks()).stream().map(ThreadFigures::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were compared", e);
        }
    }

    private List<Callable<Hash32>> tasks() {
        List<Callable<Hash32>> tasks = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            int fast = Contest.FAST + i;
            tasks.add(
                    i % 4 == 3
                            ? () -> contest.w2().hash()
                            : () -> contest.w1(fast, Contest.SLOW).hash());
        }
        return tasks;
    }

    private static Hash32 result(Future<Hash32> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were compared", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e.getCause());
        }
    }
}
