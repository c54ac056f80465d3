package io.ballast.sense.dex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A slow second opinion: the same swap in real numbers, from initialised tick to initialised tick, without bitmap words and
 * without any rounding to integers. The contract's integers can only fall short of it, by the roundings of its stops.
 */
final class RealNumberSwap {
    private static final MathContext PRECISION = new MathContext(120, RoundingMode.HALF_EVEN);
    private static final BigDecimal Q96 = new BigDecimal(BigInteger.ONE.shiftLeft(96));

    private RealNumberSwap() {}

    /** Amount out, raw, not rounded. */
    static BigDecimal out(ConcentratedPool pool, BigInteger amountIn, boolean zeroForOne) {
        BigDecimal left = new BigDecimal(amountIn)
                .multiply(BigDecimal.valueOf(1_000_000 - pool.feePips()))
                .divide(BigDecimal.valueOf(1_000_000), PRECISION);
        BigDecimal root = root(pool.sqrtPriceX96());
        BigDecimal liquidity = new BigDecimal(pool.liquidity());
        BigDecimal out = BigDecimal.ZERO;
        TickTable ticks = pool.ticks();
        int i = zeroForOne ? lastAtOrBelow(ticks, pool.tick()) : lastAtOrBelow(ticks, pool.tick()) + 1;
        while (true) {
            BigDecimal stop = root(TickMath.sqrtRatioAtTick(ticks.index(i)));
            BigDecimal need = zeroForOne ? token0(liquidity, stop, root) : liquidity.multiply(stop.subtract(root));
            if (need.compareTo(left) >= 0) {
                BigDecimal end = zeroForOne ? endDown(liquidity, root, left) : endUp(liquidity, root, left);
                return out.add(zeroForOne ? liquidity.multiply(root.subtract(end)) : token0(liquidity, root, end));
            }
            out = out.add(zeroForOne ? liquidity.multiply(root.subtract(stop)) : token0(liquidity, root, stop));
            left = left.subtract(need);
            BigDecimal net = new BigDecimal(ticks.net(i));
            liquidity = zeroForOne ? liquidity.subtract(net) : liquidity.add(net);
            root = stop;
            i += zeroForOne ? -1 : 1;
        }
    }

    private static BigDecimal endDown(BigDecimal liquidity, BigDecimal root, BigDecimal left) {
        return liquidity.multiply(root).divide(liquidity.add(left.multiply(root)), PRECISION);
    }

    private static BigDecimal endUp(BigDecimal liquidity, BigDecimal root, BigDecimal left) {
        return liquidity.signum() == 0 ? root : root.add(left.divide(liquidity, PRECISION));
    }

    private static BigDecimal token0(BigDecimal liquidity, BigDecimal low, BigDecimal high) {
        return liquidity.multiply(high.subtract(low)).divide(high.multiply(low), PRECISION);
    }

    private static int lastAtOrBelow(TickTable ticks, int tick) {
        int i = -1;
        while (i + 1 < ticks.size() && ticks.index(i + 1) <= tick) {
            i++;
        }
        return i;
    }

    private static BigDecimal root(BigInteger sqrtPriceX96) {
        return new BigDecimal(sqrtPriceX96).divide(Q96, PRECISION);
    }
}
