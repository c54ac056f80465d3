package io.ballast.sense.dex;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pool followed by its events. Immutable.
 *
 * <p>A tick is initialised while any position ends there, even when the positions' net cancels out, and each initialised tick
 * is one more rounding of a swap. So it takes the gross liquidity of a tick to know when it is gone; it is known for the
 * ticks that came into being under our eyes.
 *
 * @param gross liquidity that ends at a tick, for the ticks where the events told it
 * @param sure false when events alone do not tell the state any more: it must be read again
 */
public record TrackedPool(PoolState state, Map<Integer, BigInteger> gross, boolean sure) {
    public TrackedPool {
        gross = Map.copyOf(gross);
    }

    /** A pool as it was read. */
    public static TrackedPool of(PoolState read) {
        return new TrackedPool(read, Map.of(), true);
    }

    /**
     * The pool after an event.
     *
     * @throws IllegalArgumentException if no event can lead there from here: one was missed, or is not this pool's
     */
    public TrackedPool after(PoolEvent event) {
        if (!event.pool().equals(state.id())) {
            throw new IllegalArgumentException("an event of pool " + event.pool() + " put to pool " + state.id());
        }
        return switch (event) {
            case PoolEvent.Synced e -> with(new ConstantProductPool(pair().spec(), e.reserve0(), e.reserve1()));
            case PoolEvent.PairSwapped ignored -> this;
            case PoolEvent.Initialized e ->
                throw new IllegalArgumentException("pool " + e.pool() + " got a first price, but has one already");
            case PoolEvent.Swapped e -> swapped(concentrated(), e);
            case PoolEvent.LiquidityMoved e -> moved(concentrated(), e);
            case PoolEvent.ProtocolFeeSet e -> with(charged(concentrated(), e));
        };
    }

    /**
     * This pool if its parts agree: with all ticks known, a swap's liquidity must be the sum of the ticks below it.
     *
     * @throws IllegalArgumentException if they do not: an event was missed
     */
    public TrackedPool verified() {
        if (sure && state instanceof ConcentratedPool pool) {
            pool.verified();
        }
        return this;
    }

    private TrackedPool with(PoolState next) {
        return new TrackedPool(next, gross, sure);
    }

    private ConstantProductPool pair() {
        if (state instanceof ConstantProductPool pair) {
            return pair;
        }
        throw new IllegalArgumentException("pool " + state.id() + " has no reserves");
    }

    private ConcentratedPool concentrated() {
        if (state instanceof ConcentratedPool pool) {
            return pool;
        }
        throw new IllegalArgumentException("pool " + state.id() + " has no ticks");
    }

    private TrackedPool swapped(ConcentratedPool pool, PoolEvent.Swapped e) {
        ConcentratedPool next =
                new ConcentratedPool(pool.spec(), e.sqrtPriceX96(), e.tick(), e.liquidity(), pool.ticks(), pool.fees());
        return new TrackedPool(next, gross, sure && isWellInside(pool.ticks(), e.tick()));
    }

    /** The pool's own fee must be fixed: of a dynamic one no event tells. */
    private static ConcentratedPool charged(ConcentratedPool pool, PoolEvent.ProtocolFeeSet e) {
        SwapFees fees = SwapFees.withProtocol(pool.spec().feePips(), e.zeroForOne(), e.oneForZero());
        return new ConcentratedPool(
                pool.spec(), pool.sqrtPriceX96(), pool.tick(), pool.liquidity(), pool.ticks(), fees);
    }

    /** A window of ticks serves while the price stays in its inner half. */
    private static boolean isWellInside(TickTable ticks, int tick) {
        int margin = (ticks.knownHigh() - ticks.knownLow()) / 4;
        return ticks.isComplete() || (tick >= ticks.knownLow() + margin && tick <= ticks.knownHigh() - margin);
    }

    private TrackedPool moved(ConcentratedPool pool, PoolEvent.LiquidityMoved e) {
        if (e.delta().signum() == 0) {
            return this;
        }
        TickEdges edges = new TickEdges(pool.ticks(), new TreeMap<>(gross));
        edges.move(e.lower(), e.delta(), e.delta());
        edges.move(e.upper(), e.delta(), e.delta().negate());
        boolean inRange = e.lower() <= pool.tick() && pool.tick() < e.upper();
        BigInteger liquidity = inRange ? pool.liquidity().add(e.delta()) : pool.liquidity();
        ConcentratedPool next = new ConcentratedPool(
                pool.spec(), pool.sqrtPriceX96(), pool.tick(), liquidity, edges.ticks(), pool.fees());
        return new TrackedPool(next, edges.gross(), sure && edges.sure());
    }
}
