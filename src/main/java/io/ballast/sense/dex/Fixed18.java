package io.ballast.sense.dex;

import java.math.BigInteger;

/** Unsigned fixed point numbers of 18 decimal places within 256 bits, rounded as Balancer V2's contracts round. */
final class Fixed18 {
    static final BigInteger ONE = BigInteger.TEN.pow(18);

    private Fixed18() {}

    static BigInteger mulDown(BigInteger a, BigInteger b) {
        return Checked256.mul(a, b).divide(ONE);
    }

    static BigInteger mulUp(BigInteger a, BigInteger b) {
        return FullMath.divRoundingUp(Checked256.mul(a, b), ONE);
    }

    static BigInteger divDown(BigInteger a, BigInteger b) {
        return Checked256.mulDiv(a, ONE, b);
    }

    /** @param b greater than zero */
    static BigInteger divUp(BigInteger a, BigInteger b) {
        return FullMath.divRoundingUp(Checked256.mul(a, ONE), b);
    }

    /** {@code 1 − x}, not below zero. */
    static BigInteger complement(BigInteger x) {
        return ONE.subtract(x).max(BigInteger.ZERO);
    }
}
