package io.ballast.sense.dex;

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

    /** {@code 1.0001^(-2^i/2)·2^128}. */
    private static final BigInteger[] FACTORS = factors(
            "fffcb933bd6fad37aa2d162d1a594001",
            "fff97272373d413259a46990580e213a",
            "fff2e50f5f656932ef12357cf3c7fdcc",
            "ffe5caca7e10e4e61c3624eaa0941cd0",
            "ffcb9843d60f6159c9db58835c926644",
            "ff973b41fa98c081472e6896dfb254c0",
            "ff2ea16466c96a3843ec78b326b52861",
            "fe5dee046a99a2a811c461f1969c3053",
            "fcbe86c7900a88aedcffc83b479aa3a4",
            "f987a7253ac413176f2b074cf7815e54",
            "f3392b0822b70005940c7a398e4b70f3",
            "e7159475a2c29b7443b29c7fa6e889d9",
            "d097f3bdfd2022b8845ad8f792aa5825",
            "a9f746462d870fdf8a65dc1f90e061e5",
            "70d869a156d2a1b890bb3df62baf32f7",
            "31be135f97d08fd981231505542fcfa6",
            "9aa508b5b7a84e1c677de54f3e99bc9",
            "5d6af8dedb81196699c329225ee604",
            "2216e584f5fa1ea926041bedfe98",
            "48a170391f7dc42444e8fa2");

    private static final BigInteger ONE_X128 = BigInteger.ONE.shiftLeft(128);
    private static final BigInteger MAX_UINT256 = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    /** {@code 2^64/log2(√1.0001)} and the bounds of the error of a logarithm of 14 bits, both ·2^128. */
    private static final BigInteger LOG_FACTOR = new BigInteger("255738958999603826347141");

    private static final BigInteger ERROR_BELOW = new BigInteger("3402992956809132418596140100660247210");
    private static final BigInteger ERROR_ABOVE = new BigInteger("291339464771989622907027621153398088495");

    private TickMath() {}

    /** Square root price, Q64.96, rounded up; tick in [{@link #MIN_TICK}, {@link #MAX_TICK}]. */
    public static BigInteger sqrtRatioAtTick(int tick) {
        if (tick < MIN_TICK || tick > MAX_TICK) {
            throw new IllegalArgumentException("tick must be in [-887272, 887272], was " + tick);
        }
        BigInteger ratio = ONE_X128;
        for (int rest = Math.abs(tick); rest != 0; rest &= rest - 1) {
            ratio = ratio.multiply(FACTORS[Integer.numberOfTrailingZeros(rest)]).shiftRight(128);
        }
        if (tick > 0) {
            ratio = MAX_UINT256.divide(ratio);
        }
        BigInteger floor = ratio.shiftRight(32);
        return ratio.getLowestSetBit() < 32 ? floor.add(BigInteger.ONE) : floor;
    }

    /** Greatest tick whose price is at most {@code sqrtRatioX96}, which is in [MIN_SQRT_RATIO, MAX_SQRT_RATIO). */
    public static int tickAtSqrtRatio(BigInteger sqrtRatioX96) {
        if (sqrtRatioX96.compareTo(MIN_SQRT_RATIO) < 0 || sqrtRatioX96.compareTo(MAX_SQRT_RATIO) >= 0) {
            throw new IllegalArgumentException("square root price out of range: " + sqrtRatioX96);
        }
        BigInteger log = log2(sqrtRatioX96.shiftLeft(32)).multiply(LOG_FACTOR);
        int low = log.subtract(ERROR_BELOW).shiftRight(128).intValueExact();
        int high = log.add(ERROR_ABOVE).shiftRight(128).intValueExact();
        return low == high || sqrtRatioAtTick(high).compareTo(sqrtRatioX96) > 0 ? low : high;
    }

    /** Logarithm to base 2 of a Q128.128 number, Q64.64, cut after 14 binary places. */
    private static BigInteger log2(BigInteger ratioX128) {
        int msb = ratioX128.bitLength() - 1;
        BigInteger r = ratioX128.shiftRight(msb - 127);
        long fraction = 0;
        for (int bit = 63; bit >= 50; bit--) {
            r = r.multiply(r).shiftRight(127);
            if (r.bitLength() > 128) {
                fraction |= 1L << bit;
                r = r.shiftRight(1);
            }
        }
        BigInteger whole = BigInteger.valueOf(msb - 128).shiftLeft(64);
        return whole.add(BigInteger.valueOf(fraction >>> 50).shiftLeft(50));
    }

    private static BigInteger[] factors(String... hex) {
        BigInteger[] parsed = new BigInteger[hex.length];
        for (int i = 0; i < hex.length; i++) {
            parsed[i] = new BigInteger(hex[i], 16);
        }
        return parsed;
    }
}
