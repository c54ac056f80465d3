package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;

/**
 * A stop of the swap loop, an initialised tick or the end of a bitmap word, with the totals of all segments from some start
 * up to it.
 *
 * @param stop index of the tick
 * @param price where a swap halts: of the stop, or of the last price a pool may have
 * @param before liquidity of the segment that ends here
 * @param after liquidity beyond
 * @param tick of a pool whose price has just come here
 * @param paid input, fee included
 * @param fees part of {@code paid}
 * @param out output
 * @param crossed initialised ticks, this one counted
 */
record Rung(
        int stop,
        UInt256 price,
        UInt256 before,
        UInt256 after,
        int tick,
        UInt256 paid,
        UInt256 fees,
        UInt256 out,
        int crossed) {
    /** A place between stops, from where totals count. */
    static Rung start(int tick, UInt256 price, UInt256 liquidity) {
        return new Rung(tick, price, liquidity, liquidity, tick, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, 0);
    }

    /** What a search looks for: input or output up to here. */
    UInt256 total(boolean exactIn) {
        return exactIn ? paid : out;
    }

    /** Beyond it a pool has no prices. */
    boolean isLast() {
        return stop == TickMath.MIN_TICK || stop == TickMath.MAX_TICK;
    }
}
