package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;
import java.math.BigInteger;

/**
 * One way through the ticks of a pool, at one fee: what the contract's loop does between one stop and the next. Each segment is
 * rounded by itself, so sums over segments are what the loop adds up.
 *
 * @param down with token0 in, the price falling
 * @param feePips in [0, 1000000)
 */
record Stops(TickTable ticks, boolean down, int feePips) {
    private static final UInt256 LOWEST = UInt256.of(TickMath.MIN_SQRT_RATIO).add(UInt256.ONE);
    private static final UInt256 HIGHEST = UInt256.of(TickMath.MAX_SQRT_RATIO).subtract(UInt256.ONE);
    private static final int PIPS = 1_000_000;
    private static final UInt256 MILLION = UInt256.of(PIPS);
    private static final double Q96 = 0x1p96;
    private static final double ROUNDING = 0x1p-40;

    /** Whether the price is where no swap in this direction may start. */
    boolean isAtLimit(UInt256 price) {
        return down ? price.compareTo(LOWEST) <= 0 : price.compareTo(HIGHEST) >= 0;
    }

    /** The next stop after {@code from}, with its totals. */
    Rung next(Rung from) {
        int stop = ticks.nextStop(from.tick(), down);
        boolean last = isLast(stop);
        UInt256 price = price(stop);
        UInt256 in = in(from.price(), price, from.after());
        UInt256 paid = withFee(in);
        int at = last ? -1 : ticks.find(stop);
        return new Rung(
                stop,
                price,
                from.after(),
                at < 0 ? from.after() : beyond(from.after(), ticks.net(at), stop),
                down ? stop - (last ? 0 : 1) : stop - (last ? 1 : 0),
                from.paid().add(paid),
                from.fees().add(paid.subtract(in)),
                from.out().add(out(from.price(), price, from.after())),
                from.crossed() + (at < 0 ? 0 : 1));
    }

    /** Input, fee included, that brings a swap from {@code from} to the next stop. */
    UInt256 paid(Rung from) {
        return withFee(in(from.price(), price(ticks.nextStop(from.tick(), down)), from.after()));
    }

    /**
     * Less than {@link #paid}, by a share that covers how far products of floating-point numbers may be off: an answer without a
     * division of 512 bits for all swaps but those that end very near to the stop, or beyond it.
     */
    double paidAtLeast(Rung from) {
        UInt256 to = price(ticks.nextStop(from.tick(), down));
        double width = (down ? from.price().subtract(to) : to.subtract(from.price())).doubleValue();
        double liquidity = from.after().doubleValue();
        double in = down
                ? liquidity * width / from.price().doubleValue() * Q96 / to.doubleValue()
                : liquidity * width / Q96;
        return in / (PIPS - feePips) * PIPS * (1 - ROUNDING);
    }

    private static boolean isLast(int stop) {
        return stop == TickMath.MIN_TICK || stop == TickMath.MAX_TICK;
    }

    private UInt256 price(int stop) {
        return isLast(stop) ? (down ? LOWEST : HIGHEST) : TickPrices.at(stop);
    }

    private UInt256 withFee(UInt256 in) {
        return in.mulDivRoundingUp(MILLION, UInt256.of(PIPS - feePips));
    }

    private UInt256 in(UInt256 from, UInt256 to, UInt256 liquidity) {
        return down
                ? SqrtPriceMath.amount0(to, from, liquidity, true)
                : SqrtPriceMath.amount1(from, to, liquidity, true);
    }

    private UInt256 out(UInt256 from, UInt256 to, UInt256 liquidity) {
        return down
                ? SqrtPriceMath.amount1(to, from, liquidity, false)
                : SqrtPriceMath.amount0(from, to, liquidity, false);
    }

    private UInt256 beyond(UInt256 liquidity, BigInteger net, int stop) {
        BigInteger after = down
                ? liquidity.toBigInteger().subtract(net)
                : liquidity.toBigInteger().add(net);
        if (after.signum() < 0 || after.bitLength() > 128) {
            throw new IllegalArgumentException("liquidity beyond tick " + stop + " is no uint128: " + after);
        }
        return UInt256.of(after);
    }
}
