package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;
import java.math.BigInteger;

/**
 * Square root prices of ticks: {@code √(1.0001^tick)·2^96}, to the unit as Uniswap V3 rounds it. Source: TickMath of
 * the npm package {@code uniswap/v3-sdk} (MIT, Copyright 2021 Uniswap Labs). Thread-safe.
 */
public final class TickMath {
    public static final int MIN_TICK = -887_272;
    public static final int MAX_TICK = 887_272;
    /** Price at {@link #MIN_TICK}; a pool's price is never below. */
    public static final BigInteger MIN_SQRT_RATIO = BigInteger.valueOf(4_295_128_739L);
    /** Price at {@link #MAX_TICK}; a pool's price is always below. */
    public static final BigInteger MAX_SQRT_RATIO = new BigInteger("1461446703485210103287273052203988822378723970342");

    /** {@code 1.0001^(-2^i/2)·2^128}, the upper and the lower 64 bits. */
    private static final long[][] FACTORS = {
        {0xfffcb933bd6fad37L, 0xaa2d162d1a594001L},
        {0xfff97272373d4132L, 0x59a46990580e213aL},
        {0xfff2e50f5f656932L, 0xef12357cf3c7fdccL},
        {0xffe5caca7e10e4e6L, 0x1c3624eaa0941cd0L},
        {0xffcb9843d60f6159L, 0xc9db58835c926644L},
        {0xff973b41fa98c081L, 0x472e6896dfb254c0L},
        {0xff2ea16466c96a38L, 0x43ec78b326b52861L},
        {0xfe5dee046a99a2a8L, 0x11c461f1969c3053L},
        {0xfcbe86c7900a88aeL, 0xdcffc83b479aa3a4L},
        {0xf987a7253ac41317L, 0x6f2b074cf7815e54L},
        {0xf3392b0822b70005L, 0x940c7a398e4b70f3L},
        {0xe7159475a2c29b74L, 0x43b29c7fa6e889d9L},
        {0xd097f3bdfd2022b8L, 0x845ad8f792aa5825L},
        {0xa9f746462d870fdfL, 0x8a65dc1f90e061e5L},
        {0x70d869a156d2a1b8L, 0x90bb3df62baf32f7L},
        {0x31be135f97d08fd9L, 0x81231505542fcfa6L},
        {0x09aa508b5b7a84e1L, 0xc677de54f3e99bc9L},
        {0x005d6af8dedb8119L, 0x6699c329225ee604L},
        {0x00002216e584f5faL, 0x1ea926041bedfe98L},
        {0x00000000048a1703L, 0x91f7dc42444e8fa2L}
    };

    private static final double LOG_Q96 = 96 * Math.log(2);
    private static final double TICKS = 2 / Math.log(1.0001);
    /**
     * How near to a whole tick a logarithm in doubles may not be trusted. Doubles err by less than 1e-9 ticks (three roundings
     * of relative 2^-53 at 111/ln √1.0001 ticks); the price of a tick is rounded up by less than one part in 2^32, which is
     * 5e-6 ticks.
     */
    private static final double DOUBT = 1e-4;

    private TickMath() {}

    /** Square root price, Q64.96, rounded up; tick in [{@link #MIN_TICK}, {@link #MAX_TICK}]. */
    public static BigInteger sqrtRatioAtTick(int tick) {
        return sqrtPriceAt(tick).toBigInteger();
    }

    /** Greatest tick whose price is at most {@code sqrtRatioX96}, which is in [MIN_SQRT_RATIO, MAX_SQRT_RATIO). */
    public static int tickAtSqrtRatio(BigInteger sqrtRatioX96) {
        if (sqrtRatioX96.compareTo(MIN_SQRT_RATIO) < 0 || sqrtRatioX96.compareTo(MAX_SQRT_RATIO) >= 0) {
            throw new IllegalArgumentException("square root price out of range: " + sqrtRatioX96);
        }
        return tickAt(UInt256.of(sqrtRatioX96));
    }

    /** The same as {@link #sqrtRatioAtTick}. */
    static UInt256 sqrtPriceAt(int tick) {
        if (tick < MIN_TICK || tick > MAX_TICK) {
            throw new IllegalArgumentException("tick must be in [-887272, 887272], was " + tick);
        }
        if (tick == 0) {
            return UInt256.ONE.shiftLeft(96);
        }
        UInt256 ratio = belowOne(Math.abs(tick));
        return (tick > 0 ? UInt256.MAX.divide(ratio) : ratio).mulDivRoundingUp(UInt256.ONE, UInt256.of(1L << 32));
    }

    /** {@code √1.0001^-n}, Q128.128, each product of 256 bits cut to its upper half. */
    private static UInt256 belowOne(int n) {
        long[] first = FACTORS[Integer.numberOfTrailingZeros(n)];
        long high = first[0];
        long low = first[1];
        for (int rest = n & (n - 1); rest != 0; rest &= rest - 1) {
            long[] factor = FACTORS[Integer.numberOfTrailingZeros(rest)];
            long cross1 = high * factor[1];
            long cross2 = low * factor[0];
            long middle = Math.unsignedMultiplyHigh(low, factor[1]) + cross1;
            long carry = below(middle, cross1) + below(middle + cross2, cross2);
            long high1 = Math.unsignedMultiplyHigh(high, factor[1]);
            long high2 = Math.unsignedMultiplyHigh(low, factor[0]);
            long part = high * factor[0] + carry;
            long upper = Math.unsignedMultiplyHigh(high, factor[0]) + below(part, carry);
            long half = part + high1;
            long sum = half + high2;
            high = upper + below(half, high1) + below(sum, high2);
            low = sum;
        }
        return UInt256.ofHalf(high, low);
    }

    private static long below(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }

    /** The same as {@link #tickAtSqrtRatio}. */
    static int tickAt(UInt256 sqrtPrice) {
        double log = (Math.log(sqrtPrice.doubleValue()) - LOG_Q96) * TICKS;
        double nearest = Math.rint(log);
        if (Math.abs(log - nearest) > DOUBT) {
            return (int) Math.floor(log);
        }
        int tick = (int) nearest;
        return sqrtPrice.compareTo(sqrtPriceAt(tick)) >= 0 ? tick : tick - 1;
    }
}
