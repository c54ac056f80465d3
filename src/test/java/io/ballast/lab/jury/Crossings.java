package io.ballast.lab.jury;

import io.ballast.sense.dex.ConcentratedPool;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Initialised ticks between two ticks of a pool. */
final class Crossings {
    private Crossings() {}

    /** Those that a swap crosses: above the lower tick, up to and with the higher. */
    static int really(ConcentratedPool pool, int after) {
        int low = Math.min(pool.tick(), after);
        int high = Math.max(pool.tick(), after);
        return count(pool, tick -> tick > low && tick <= high);
    }

    /**
     * QuoterV2's count, which is another: it rounds both ticks toward zero to usable ones, counts from the lower to the
     * higher with both ends, and takes one off for an initialised tick it started from upwards or came to downwards.
     */
    static int asQuoterV2Counts(ConcentratedPool pool, int after) {
        int before = pool.tick();
        int spacing = pool.spec().tickSpacing();
        int low = Math.min(before / spacing, after / spacing) * spacing;
        int high = Math.max(before / spacing, after / spacing) * spacing;
        int twice = after < before ? after : before;
        int counted = count(pool, tick -> tick >= low && tick <= high);
        return before == after ? counted : counted - count(pool, tick -> tick == twice);
    }

    private static int count(ConcentratedPool pool, IntPredicate wanted) {
        return (int) IntStream.range(0, pool.ticks().size())
                .map(pool.ticks()::index)
                .filter(wanted)
                .count();
    }
}
