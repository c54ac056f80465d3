package io.ballast.lab.bench.backtest;

import io.ballast.lab.bench.Effort;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time of this thread for a piece of work, at its best once it is warm. */
record Stopwatch(Effort effort) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Seconds for one execution in the best of the rounds. */
    double seconds(Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 2 * effort.rounds(); round++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            int times = round(work);
            double took = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9 / times;
            best = round < effort.rounds() ? best : Math.min(best, took);
        }
        return best;
    }

    private int round(Runnable work) {
        long begun = System.nanoTime();
        int times = 0;
        do {
            work.run();
            times++;
        } while (System.nanoTime() - begun < effort.millis() * 1_000_000L);
        return times;
    }
}
