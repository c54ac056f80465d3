package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;
import io.ballast.base.units.Unsigned512;
import java.util.Arrays;

/**
 * Totals at the stops of one direction, so that a swap finds the segment it ends in by binary search instead of walking there.
 * They depend on ticks, fee and liquidity but not on the price, so successive states of a pool share them. Grows outward as
 * swaps need it. Thread-safe.
 */
final class Ladder {
    private static final int FIRST_RUNGS = 16;

    private final Stops stops;
    /** Each array is complete when it is published and never changed. */
    private volatile Rung[] rungs;

    private Ladder(Stops stops, Rung start) {
        this.stops = stops;
        this.rungs = new Rung[] {stops.next(start)};
    }

    /** From where a state is, or up to a bitmap word behind it so that states a little behind can share it. */
    static Ladder behind(Stops stops, int tick, UInt256 liquidity) {
        TickTable ticks = stops.ticks();
        int word = 256 * ticks.spacing() * (stops.down() ? 1 : -1);
        int low = Math.max(TickMath.MIN_TICK, ticks.knownLow());
        int high = Math.min(TickMath.MAX_TICK - 1, ticks.knownHigh());
        int behind = Math.clamp((long) tick + word, Math.min(low, tick), Math.max(high, tick));
        UInt256 there = ticks.moved(liquidity, tick, behind);
        return new Ladder(stops, Rung.start(behind, TickMath.sqrtPriceAt(behind), there));
    }

    Stops stops() {
        return stops;
    }

    /**
     * Place of a stop that a state comes to with a liquidity.
     *
     * @return negative if the ladder starts behind it or does not fit the liquidity
     */
    int find(int stop, UInt256 liquidity) {
        boolean more = true;
        while (more && isBefore(last().stop(), stop)) {
            more = grow();
        }
        Rung[] known = rungs;
        int low = 0;
        int high = known.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(known[middle].stop(), stop)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return known[low].stop() == stop && known[low].before().equals(liquidity) ? low : -1;
    }

    private boolean isBefore(int one, int other) {
        return stops.down() ? one > other : one < other;
    }

    Rung rung(int place) {
        return rungs[place];
    }

    /** The last one known now. */
    Rung last() {
        Rung[] known = rungs;
        return known[known.length - 1];
    }

    /**
     * Place of the first rung from {@code from} on whose total is at least {@code total}.
     *
     * @return negative if the pool ends, or what is known of it, before there is so much
     */
    int firstReaching(Unsigned512 total, int from, boolean exactIn) {
        while (total.compare(last().total(exactIn)) > 0) {
            if (!grow()) {
                return -1;
            }
        }
        Rung[] known = rungs;
        int low = from;
        int high = known.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (total.compare(known[middle].total(exactIn)) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The last one there is. */
    Rung end() {
        boolean more = true;
        while (more) {
            more = grow();
        }
        return last();
    }

    /** Doubles the rungs; false at the end. */
    private synchronized boolean grow() {
        Rung[] known = rungs;
        int n = known.length;
        Rung[] more = Arrays.copyOf(known, Math.max(FIRST_RUNGS, 2 * n));
        while (n < more.length && goesOn(more[n - 1])) {
            more[n] = stops.next(more[n - 1]);
            n++;
        }
        rungs = n < more.length ? Arrays.copyOf(more, n) : more;
        return n > known.length;
    }

    private boolean goesOn(Rung rung) {
        boolean known = stops.down()
                ? rung.stop() >= stops.ticks().knownLow()
                : rung.stop() <= stops.ticks().knownHigh();
        return known && !rung.isLast();
    }
}
