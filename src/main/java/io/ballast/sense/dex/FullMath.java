package io.ballast.sense.dex;

import java.math.BigInteger;

/**
 * Products and quotients of unsigned integers without loss in between. Source: FullMath of the npm package {@code uniswap/v3-sdk} (MIT,
 * Copyright 2021 Uniswap Labs).
 */
final class FullMath {
    private FullMath() {}

    /** {@code ⌊a·b/d⌋}; none negative, {@code d} not zero. */
    static BigInteger mulDiv(BigInteger a, BigInteger b, BigInteger d) {
        return a.multiply(b).divide(d);
    }

    /** {@code ⌈a·b/d⌉}; none negative, {@code d} not zero. */
    static BigInteger mulDivRoundingUp(BigInteger a, BigInteger b, BigInteger d) {
        return divRoundingUp(a.multiply(b), d);
    }

    /** {@code ⌈a/d⌉}; none negative, {@code d} not zero. */
    static BigInteger divRoundingUp(BigInteger a, BigInteger d) {
        BigInteger[] parts = a.divideAndRemainder(d);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }
}
