package io.ballast.sense.dex;

import java.math.BigInteger;

/**
 * The loop of one swap through a V3 pool: from stop to stop, each an initialised tick or the end of a bitmap
 * word. The slow and plain way, on BigInteger, which the pools are held against. Used once, by one thread.
 */
final class ReferenceSwap {
    private static final BigInteger LOWEST = TickMath.MIN_SQRT_RATIO.add(BigInteger.ONE);
    private static final BigInteger HIGHEST = TickMath.MAX_SQRT_RATIO.subtract(BigInteger.ONE);

    private final ConcentratedPool pool;
    private final TickTable ticks;
    private final boolean zeroForOne;
    private final boolean exactIn;
    private BigInteger remaining;
    private BigInteger price;
    private int tick;
    private BigInteger liquidity;
    private BigInteger in = BigInteger.ZERO;
    private BigInteger out = BigInteger.ZERO;
    private BigInteger fee = BigInteger.ZERO;
    private int crossed;

    /** @param amount of the token in if {@code exactIn}, else of the token out */
    ReferenceSwap(ConcentratedPool pool, BigInteger amount, boolean zeroForOne, boolean exactIn) {
        this.pool = pool;
        this.ticks = pool.ticks();
        this.zeroForOne = zeroForOne;
        this.exactIn = exactIn;
        this.remaining = amount;
        this.price = pool.sqrtPriceX96();
        this.tick = pool.tick();
        this.liquidity = pool.liquidity();
    }

    /** Until the whole amount is in or out. */
    ReferenceSwap run() {
        requireKnown();
        BigInteger limit = zeroForOne ? LOWEST : HIGHEST;
        while (remaining.signum() > 0) {
            if (price.equals(limit)) {
                throw new InsufficientLiquidityException(
                        "pool " + pool.id() + " runs out of liquidity with " + remaining + " raw left");
            }
            advance(limit);
            requireKnown();
        }
        return this;
    }

    /** Until the price is reached; the amount must be more than that takes. */
    ReferenceSwap run(BigInteger limit) {
        while (!price.equals(limit)) {
            advance(limit);
            requireKnown();
        }
        return this;
    }

    /** Fee included. */
    BigInteger in() {
        return in;
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
        return new ConcentratedPool(pool.spec(), price, tick, liquidity, ticks, pool.fees());
    }

    private void advance(BigInteger limit) {
        int stop = ticks.nextStop(tick, zeroForOne);
        BigInteger stopPrice = TickMath.sqrtRatioAtTick(stop);
        BigInteger target = zeroForOne ? stopPrice.max(limit) : stopPrice.min(limit);
        BigInteger before = price;
        ReferenceStep.Step step = step(target);
        BigInteger paid = step.in().add(step.fee());
        remaining = remaining.subtract(exactIn ? paid : step.out());
        in = in.add(paid);
        out = out.add(step.out());
        fee = fee.add(step.fee());
        price = step.price();
        if (price.equals(stopPrice)) {
            cross(stop);
        } else if (!price.equals(before)) {
            tick = TickMath.tickAtSqrtRatio(price);
        }
    }

    private ReferenceStep.Step step(BigInteger target) {
        int pips = pool.fees().of(zeroForOne);
        return exactIn
                ? ReferenceStep.step(price, target, liquidity, remaining, pips, zeroForOne)
                : ReferenceStep.stepOut(price, target, liquidity, remaining, pips, zeroForOne);
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

    @Override
    public String toString() {
        return "in " + in + ", out " + out + ", fee " + fee + ", crossed " + crossed + ", " + after();
    }
}
