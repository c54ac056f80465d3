package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The initialised ticks of a pool, known for sure in a window and not at all outside of it. Immutable. */
public final class TickTable {
    private static final int WORD = 256;
    private final int spacing;
    private final int[] indexes;
    private final BigInteger[] nets;
    private final int knownLow;
    private final int knownHigh;
    /** The ladders in use last; no part of the value. */
    private volatile @Nullable Ladder down;

    private volatile @Nullable Ladder up;

    private TickTable(int spacing, int[] indexes, BigInteger[] nets, int knownLow, int knownHigh) {
        this.spacing = spacing;
        this.indexes = indexes.clone();
        this.nets = nets.clone();
        this.knownLow = knownLow;
        this.knownHigh = knownHigh;
        check();
    }

    /**
     * All initialised ticks of a pool.
     *
     * @param spacing distance of usable ticks, greater than zero
     * @param indexes strictly ascending multiples of {@code spacing}
     * @param nets liquidity added when the price rises through the tick, one for each index
     */
    public static TickTable complete(int spacing, int[] indexes, BigInteger[] nets) {
        return new TickTable(spacing, indexes, nets, TickMath.MIN_TICK, TickMath.MAX_TICK);
    }

    /** The initialised ticks in the closed window [{@code low}, {@code high}]; those outside are unknown. */
    public static TickTable window(int spacing, int[] indexes, BigInteger[] nets, int low, int high) {
        return new TickTable(spacing, indexes, nets, low, high);
    }

    public int spacing() {
        return spacing;
    }

    /** Number of initialised ticks. */
    public int size() {
        return indexes.length;
    }

    /** Index of the i-th tick, ascending. */
    public int index(int i) {
        return indexes[i];
    }

    /** Net liquidity of the i-th tick. */
    public BigInteger net(int i) {
        return nets[i];
    }

    public int knownLow() {
        return knownLow;
    }

    public int knownHigh() {
        return knownHigh;
    }

    public boolean isComplete() {
        return knownLow <= TickMath.MIN_TICK && knownHigh >= TickMath.MAX_TICK;
    }

    /** Position of an initialised tick, or negative. */
    int find(int tick) {
        return Arrays.binarySearch(indexes, tick);
    }

    /**
     * Where the contract's loop stops next: the nearest initialised tick at or below (zeroForOne) or above {@code tick}, but
     * no further than the end of the bitmap word of 256 usable ticks. Each stop is one more rounding, so the word's end
     * counts even with no tick there.
     */
    int nextStop(int tick, boolean zeroForOne) {
        int compressed = Math.floorDiv(tick, spacing);
        return zeroForOne ? stopBelow(tick, compressed) : stopAbove(tick, compressed + 1);
    }

    private int stopBelow(int tick, int compressed) {
        int edge = Math.floorDiv(compressed, WORD) * WORD * spacing;
        int i = lastAtOrBelow(tick);
        return Math.max(i >= 0 ? Math.max(indexes[i], edge) : edge, TickMath.MIN_TICK);
    }

    private int stopAbove(int tick, int compressed) {
        int edge = (Math.floorDiv(compressed, WORD) * WORD + WORD - 1) * spacing;
        int i = lastAtOrBelow(tick) + 1;
        return Math.min(i < indexes.length ? Math.min(indexes[i], edge) : edge, TickMath.MAX_TICK);
    }

    /** Liquidity in range at a tick, from that at another. */
    UInt256 moved(UInt256 liquidity, int from, int to) {
        BigInteger sum = liquidity.toBigInteger();
        int last = lastAtOrBelow(to);
        for (int i = lastAtOrBelow(from); i < last; i++) {
            sum = sum.add(nets[i + 1]);
        }
        for (int i = lastAtOrBelow(from); i > last; i--) {
            sum = sum.subtract(nets[i]);
        }
        return UInt256.of(sum);
    }

    /** Position of the greatest initialised tick at or below a tick, −1 with none. */
    private int lastAtOrBelow(int tick) {
        int at = find(tick);
        return at >= 0 ? at : -at - 2;
    }

    /**
     * The ladder that a swap in one direction climbs, kept for the next state with these ticks.
     *
     * @param stop the first that the swap comes to
     * @param tick of the state
     * @param liquidity of the state
     */
    Ladder ladder(Stops stops, int stop, int tick, UInt256 liquidity) {
        Ladder kept = stops.down() ? down : up;
        if (kept != null && kept.stops().feePips() == stops.feePips() && kept.find(stop, liquidity) >= 0) {
            return kept;
        }
        Ladder fresh = Ladder.behind(stops, tick, liquidity);
        if (stops.down()) {
            down = fresh;
        } else {
            up = fresh;
        }
        return fresh;
    }

    /** Liquidity in range at a tick as the ticks tell it; only meaningful when complete. */
    BigInteger liquidityAt(int tick) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < indexes.length && indexes[i] <= tick; i++) {
            sum = sum.add(nets[i]);
        }
        return sum;
    }

    private void check() {
        if (spacing <= 0 || indexes.length != nets.length || knownLow > knownHigh) {
            throw new IllegalArgumentException(
                    "ticks need a spacing, one net for each index and an ordered window: spacing "
                            + spacing + ", " + indexes.length + " indexes, " + nets.length + " nets, ["
                            + knownLow + ", " + knownHigh + "]");
        }
        for (int i = 0; i < indexes.length; i++) {
            int tick = indexes[i];
            boolean ascending = i == 0 || indexes[i - 1] < tick;
            if (!ascending
                    || tick % spacing != 0
                    || tick < Math.max(knownLow, TickMath.MIN_TICK)
                    || tick > Math.min(knownHigh, TickMath.MAX_TICK)
                    || nets[i].bitLength() > 127) {
                throw new IllegalArgumentException("tick " + tick + " is out of order, off the spacing " + spacing
                        + ", out of the window or its net liquidity is no int128: " + nets[i]);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof TickTable that
                        && spacing == that.spacing
                        && knownLow == that.knownLow
                        && knownHigh == that.knownHigh
                        && Arrays.equals(indexes, that.indexes)
                        && Arrays.equals(nets, that.nets));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indexes) * 31 + Arrays.hashCode(nets);
    }

    @Override
    public String toString() {
        return indexes.length + " ticks of spacing " + spacing + " in [" + knownLow + ", " + knownHigh + "]";
    }
}
