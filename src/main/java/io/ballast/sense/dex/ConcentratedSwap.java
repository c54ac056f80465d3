package io.ballast.sense.dex;

import java.math.BigInteger;

/**
 * The loop of one exact-input swap through a V3 pool: from stop to stop, each an initialised tick or the end of a bitmap
 * word. Used once, by one thread.
 */
final class ConcentratedSwap {
    private static final BigInteger LOWEST = TickMath.MIN_SQRT_RATIO.add(BigInteger.ONE);
    private static final BigInteger HIGHEST = TickMath.MAX_SQRT_RATIO.subtract(BigInteger.ONE);

    private final ConcentratedPool pool;
    private final TickTable ticks;
    private final boolean zeroForOne;
    private BigInteger remaining;
    private BigInteger price;
    private int tick;
    private BigInteger liquidity;
    private BigInteger out = BigInteger.ZERO;
    private BigInteger fee = BigInteger.ZERO;
    private int crossed;

    ConcentratedSwap(ConcentratedPool pool, BigInteger amountIn, boolean zeroForOne) {
        this.pool = pool;
        this.ticks = pool.ticks();
        this.zeroForOne = zeroForOne;
        this.remaining = amountIn;
        this.price = pool.sqrtPriceX96();
        this.tick = pool.tick();
        this.liquidity = pool.liquidity();
    }

    /** Spends the whole amount. */
    ConcentratedSwap run() {
        requireKnown();
        BigInteger limit = zeroForOne ? LOWEST : HIGHEST;
        while (remaining.signum() > 0) {
            if (price.equals(limit)) {
                throw new InsufficientLiquidityException(
                        "pool " + pool.id() + " runs out of liquidity with " + remaining + " of the amount in left");
            }
            advance(limit);
            requireKnown();
        }
        return this;
    }

    BigInteger out() {
        return out;
    }

    BigInteger fee() {
        return fee;
    }

    int crossed() {
        return crossed;
    }

    ConcentratedPool after() {
        return new ConcentratedPool(pool.spec(), price, tick, liquidity, ticks);
    }

    private void advance(BigInteger limit) {
        int stop = ticks.nextStop(tick, zeroForOne);
        BigInteger stopPrice = TickMath.sqrtRatioAtTick(stop);
        BigInteger target = zeroForOne ? stopPrice.max(limit) : stopPrice.min(limit);
        BigInteger before = price;
        SwapMath.Step step = SwapMath.step(price, target, liquidity, remaining, pool.feePips(), zeroForOne);
        remaining = remaining.subtract(step.in()).subtract(step.fee());
        out = out.add(step.out());
        fee = fee.add(step.fee());
        price = step.price();
        if (price.equals(stopPrice)) {
            cross(stop);
        } else if (!price.equals(before)) {
            tick = TickMath.tickAtSqrtRatio(price);
        }
    }

    private void cross(int stop) {
        int at = ticks.find(stop);
        if (at >= 0) {
            BigInteger net = ticks.net(at);
            liquidity = zeroForOne ? liquidity.subtract(net) : liquidity.add(net);
            crossed++;
        }
        tick = zeroForOne ? stop - 1 : stop;
    }

    /** A step is right only if no unknown tick lay on its way, and then only while the price stays in the window. */
    private void requireKnown() {
        if (ticks.isComplete()) {
            return;
        }
        boolean inside = price.compareTo(TickMath.sqrtRatioAtTick(ticks.knownLow())) >= 0
                && price.compareTo(TickMath.sqrtRatioAtTick(ticks.knownHigh())) <= 0;
        if (!inside) {
            throw new InsufficientLiquidityException("the swap leaves the ticks known of pool " + pool.id() + ", ["
                    + ticks.knownLow() + ", " + ticks.knownHigh() + "]");
        }
    }
}
