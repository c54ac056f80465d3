package io.ballast.sense.dex;

import java.math.BigInteger;

/** Arithmetic of a contract's uint256: where the contract would revert, so that no swap happens, these refuse. */
final class Checked256 {
    private Checked256() {}

    static BigInteger add(BigInteger a, BigInteger b) {
        return fits(a.add(b));
    }

    static BigInteger sub(BigInteger a, BigInteger b) {
        return fits(a.subtract(b));
    }

    static BigInteger mul(BigInteger a, BigInteger b) {
        return fits(a.multiply(b));
    }

    /** {@code ⌊a·b/d⌋} with the product below 2^256, as Solidity's own operators need it. */
    static BigInteger mulDiv(BigInteger a, BigInteger b, BigInteger d) {
        return div(mul(a, b), d);
    }

    static BigInteger div(BigInteger a, BigInteger d) {
        if (d.signum() == 0) {
            throw new InsufficientLiquidityException("the contract would divide by zero");
        }
        return a.divide(d);
    }

    private static BigInteger fits(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw new InsufficientLiquidityException("the contract would leave the range of 256 bits");
        }
        return value;
    }
}
