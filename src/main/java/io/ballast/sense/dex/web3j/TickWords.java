package io.ballast.sense.dex.web3j;

import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.TickTable;
import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * A run of words of a V3 pool's tick bitmap, each with the bits of 256 usable ticks.
 *
 * @param first index of the first word
 * @param last index of the last word
 */
record TickWords(int spacing, int first, int last) {
    /** As a radius: every word there is. */
    static final int ALL = 0xffff;

    private static final int BITS = 256;

    /** All words that can hold a tick. */
    static TickWords all(int spacing) {
        int most = TickMath.MAX_TICK / spacing;
        return new TickWords(spacing, Math.floorDiv(-most, BITS), Math.floorDiv(most, BITS));
    }

    /** Number of words that cover all prices. */
    static int count(int spacing) {
        return all(spacing).size();
    }

    /** The word of a price's tick and so many on either side, as far as there are any. */
    static TickWords around(int tick, int spacing, int radius) {
        TickWords all = all(spacing);
        int centre = all.wordOf(tick);
        return new TickWords(spacing, Math.max(all.first, centre - radius), Math.min(all.last, centre + radius));
    }

    /** The word of the last usable tick at or below a tick. */
    int wordOf(int tick) {
        return Math.floorDiv(Math.floorDiv(tick, spacing), BITS);
    }

    int size() {
        return last - first + 1;
    }

    IntStream words() {
        return IntStream.rangeClosed(first, last);
    }

    /** Ticks of the bits that are set in a word, ascending. */
    IntStream ticks(int word, BigInteger bitmap) {
        return IntStream.range(0, BITS).filter(bitmap::testBit).map(bit -> (word * BITS + bit) * spacing);
    }

    /** The ticks found in these words; outside of them nothing is known. */
    TickTable table(int[] indexes, BigInteger[] nets) {
        TickWords all = all(spacing);
        if (first == all.first && last == all.last) {
            return TickTable.complete(spacing, indexes, nets);
        }
        int low = first == all.first ? TickMath.MIN_TICK : first * BITS * spacing;
        int high = last == all.last ? TickMath.MAX_TICK : (last * BITS + BITS - 1) * spacing;
        return TickTable.window(spacing, indexes, nets, low, high);
    }
}
