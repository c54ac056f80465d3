package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;

/**
 * A swap that is limited by a price alone: the contract's loop under {@code sqrtPriceLimitX96} with an amount that is never used
 * up. Pure.
 */
final class PriceTarget {
    private static final UInt256 MILLION = UInt256.of(1_000_000);

    private PriceTarget() {}

    /**
     * Swaps until the price is reached.
     *
     * @param down with token0 in
     * @param limit Q64.96, in the direction of the swap
     * @throws InsufficientLiquidityException if the price is there or beyond already, or not all ticks on the way are known
     */
    static ConcentratedFill fill(ConcentratedPool pool, boolean down, UInt256 limit) {
        Stops stops = new Stops(pool.ticks(), down, pool.fees().of(down));
        Rung at = Rung.start(pool.tick(), UInt256.of(pool.sqrtPriceX96()), UInt256.of(pool.liquidity()));
        if (!isBefore(at.price(), limit, down)) {
            throw new InsufficientLiquidityException("pool " + pool.id() + " has the price asked for already");
        }
        SwapPath.requireKnown(pool, at.price());
        SwapPath.requireKnown(pool, limit);
        Rung next = stops.next(at);
        while (!at.price().equals(limit) && !isBefore(limit, next.price(), down)) {
            at = next;
            next = at.isLast() ? at : stops.next(at);
        }
        return at.price().equals(limit) ? ended(at) : within(at, limit, down, pool.fees().of(down));
    }

    private static boolean isBefore(UInt256 price, UInt256 other, boolean down) {
        return down ? price.compareTo(other) > 0 : price.compareTo(other) < 0;
    }

    private static ConcentratedFill ended(Rung at) {
        return new ConcentratedFill(at.paid(), at.out(), at.fees(), at.price(), at.tick(), at.after(), at.crossed());
    }

    /** The last segment, whose target is the limit and is reached: the fee is taken on what went in. */
    private static ConcentratedFill within(Rung from, UInt256 limit, boolean down, int feePips) {
        UInt256 in = down
                ? SqrtPriceMath.amount0(limit, from.price(), from.after(), true)
                : SqrtPriceMath.amount1(from.price(), limit, from.after(), true);
        UInt256 out = down
                ? SqrtPriceMath.amount1(limit, from.price(), from.after(), false)
                : SqrtPriceMath.amount0(from.price(), limit, from.after(), false);
        UInt256 paid = in.mulDivRoundingUp(MILLION, UInt256.of(1_000_000 - feePips));
        return new ConcentratedFill(
                from.paid().add(paid),
                from.out().add(out),
                from.fees().add(paid.subtract(in)),
                limit,
                TickMath.tickAt(limit),
                from.after(),
                from.crossed());
    }
}
