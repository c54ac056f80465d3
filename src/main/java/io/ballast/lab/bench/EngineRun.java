package io.ballast.lab.bench;

import com.sun.management.ThreadMXBean;
import io.ballast.sense.dex.ConcentratedFill;
import io.ballast.sense.dex.ConcentratedPool;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/**
 * Our engine over one set of swaps.
 *
 * @param swapsPerCpuSecond of the best round, by the CPU time of the thread
 * @param bytesPerSwap allocated by the thread in the last round
 */
record EngineRun(double swapsPerCpuSecond, long bytesPerSwap, List<ConcentratedFill> fills) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static EngineRun of(ConcentratedPool pool, SwapSet set, Effort effort) {
        SwapOrder[] swaps = set.swaps().toArray(SwapOrder[]::new);
        ConcentratedFill[] fills = new ConcentratedFill[swaps.length];
        long bytes = 0;
        double best = 0;
        for (int round = 0; round < 2 * effort.rounds(); round++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begun = THREADS.getCurrentThreadCpuTime();
            long quotes = (long) round(effort.millis(), pool, swaps, fills) * swaps.length;
            double speed = quotes * 1e9 / (THREADS.getCurrentThreadCpuTime() - begun);
            bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / quotes;
            best = round < effort.rounds() ? 0 : Math.max(best, speed);
        }
        return new EngineRun(best, bytes, Arrays.asList(fills));
    }

    /** Returns how often it went over the set. */
    private static int round(int millis, ConcentratedPool pool, SwapOrder[] swaps, ConcentratedFill[] fills) {
        long begun = System.nanoTime();
        int passes = 0;
        do {
            quoteAll(pool, swaps, fills);
            passes++;
        } while (System.nanoTime() - begun < millis * 1_000_000L);
        return passes;
    }

    private static void quoteAll(ConcentratedPool pool, SwapOrder[] swaps, ConcentratedFill[] fills) {
        for (int i = 0; i < swaps.length; i++) {
            fills[i] = pool.fillExactIn(swaps[i].zeroForOne(), swaps[i].amountIn());
        }
    }
}
