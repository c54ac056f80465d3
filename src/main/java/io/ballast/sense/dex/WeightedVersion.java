package io.ballast.sense.dex;

import java.math.BigInteger;

/** How the contracts of Balancer V2's weighted pools raise a number to a power, which decides the last digits of a swap. */
public enum WeightedVersion {
    /** Every power by logarithm and exponential: pools of the factories of 2021, whose pools have no {@code version()}. */
    V1,
    /** The exponents 1, 2 and 4 by multiplication: pools of the factories since 2022. */
    V2;

    private static final BigInteger RELATIVE_ERROR = BigInteger.valueOf(10_000);
    private static final BigInteger TWO = Fixed18.ONE.shiftLeft(1);
    private static final BigInteger FOUR = Fixed18.ONE.shiftLeft(2);

    /** {@code x^y} to 18 places, never below the true value. */
    BigInteger powUp(BigInteger x, BigInteger y) {
        if (this == V2 && y.equals(Fixed18.ONE)) {
            return x;
        }
        if (this == V2 && y.equals(TWO)) {
            return Fixed18.mulUp(x, x);
        }
        if (this == V2 && y.equals(FOUR)) {
            BigInteger square = Fixed18.mulUp(x, x);
            return Fixed18.mulUp(square, square);
        }
        BigInteger raw = LogExp.pow(x, y);
        return raw.add(Fixed18.mulUp(raw, RELATIVE_ERROR)).add(BigInteger.ONE);
    }
}
