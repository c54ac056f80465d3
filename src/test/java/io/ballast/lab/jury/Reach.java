package io.ballast.lab.jury;

import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.TickMath;
import java.math.BigInteger;

/**
 * About what a swap takes and gives until the price has gone so many ticks: good for choosing amounts.
 *
 * @param in raw, without fee
 * @param out raw
 */
record Reach(BigInteger in, BigInteger out) {
    static Reach of(ConcentratedPool pool, boolean zeroForOne, int ticksAway) {
        BigInteger in = BigInteger.ZERO;
        BigInteger out = BigInteger.ZERO;
        int end = Math.clamp(
                (long) pool.tick() + (zeroForOne ? -ticksAway : ticksAway), TickMath.MIN_TICK, TickMath.MAX_TICK);
        BigInteger price = pool.sqrtPriceX96();
        BigInteger liquidity = pool.liquidity();
        int i = zeroForOne ? pool.ticks().size() - 1 : 0;
        int step = zeroForOne ? -1 : 1;
        for (; i >= 0 && i < pool.ticks().size(); i += step) {
            int tick = pool.ticks().index(i);
            if (zeroForOne ? tick > pool.tick() : tick <= pool.tick()) {
                continue;
            }
            boolean beyond = zeroForOne ? tick < end : tick > end;
            BigInteger next = TickMath.sqrtRatioAtTick(beyond ? end : tick);
            BigInteger low = next.min(price);
            BigInteger high = next.max(price);
            BigInteger amount1 = liquidity.multiply(high.subtract(low)).shiftRight(96);
            BigInteger amount0 =
                    liquidity.shiftLeft(96).multiply(high.subtract(low)).divide(high.multiply(low));
            in = in.add(zeroForOne ? amount0 : amount1);
            out = out.add(zeroForOne ? amount1 : amount0);
            if (beyond) {
                break;
            }
            price = next;
            BigInteger net = pool.ticks().net(i);
            liquidity = zeroForOne ? liquidity.subtract(net) : liquidity.add(net);
        }
        return new Reach(in, out);
    }
}
