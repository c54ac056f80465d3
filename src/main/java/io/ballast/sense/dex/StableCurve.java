package io.ballast.sense.dex;

import java.math.BigInteger;

/**
 * Integer arithmetic of stable pairs, {@code x³y + xy³}, with the iteration and stopping rules of Velodrome V2 and Aerodrome
 * (Solidly's first version has others). All amounts unsigned. Source: the published behaviour of {@code Pool._get_y}.
 *
 * @param unit0 one whole token0 in raw units
 * @param unit1 one whole token1 in raw units
 */
record StableCurve(BigInteger unit0, BigInteger unit1) {
    private static final BigInteger ONE = BigInteger.TEN.pow(18);
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final int ROUNDS = 255;

    BigInteger scale0(BigInteger raw) {
        return Checked256.mulDiv(raw, ONE, unit0);
    }

    BigInteger scale1(BigInteger raw) {
        return Checked256.mulDiv(raw, ONE, unit1);
    }

    /** The invariant of raw balances. */
    BigInteger invariant(BigInteger raw0, BigInteger raw1) {
        return value(scale0(raw0), scale1(raw1));
    }

    /** {@code x·y·(x² + y²)} of scaled balances. */
    static BigInteger value(BigInteger x, BigInteger y) {
        BigInteger squares = Checked256.mulDiv(x, x, ONE).add(Checked256.mulDiv(y, y, ONE));
        return Checked256.mulDiv(Checked256.mulDiv(x, y, ONE), squares, ONE);
    }

    /**
     * Scaled balance of the token out that keeps the invariant.
     *
     * @param x scaled balance of the token in after the swap
     * @param start scaled balance of the token out before it
     * @throws InsufficientLiquidityException where the contract reverts
     */
    BigInteger balance(BigInteger x, BigInteger invariant, BigInteger start) {
        BigInteger y = start;
        for (int i = 0; i < ROUNDS; i++) {
            BigInteger value = value(x, y);
            boolean below = value.compareTo(invariant) < 0;
            BigInteger gap = invariant.subtract(value).abs();
            BigInteger step = Checked256.mulDiv(gap, ONE, slope(x, y));
            if (step.signum() == 0) {
                if (gap.signum() == 0) {
                    return y;
                }
                if (below && aboveByTheRawInvariant(x, y.add(BigInteger.ONE), invariant)) {
                    return y.add(BigInteger.ONE);
                }
                if (!below && value(x, Checked256.sub(y, BigInteger.ONE)).compareTo(invariant) < 0) {
                    return y;
                }
                step = BigInteger.ONE;
            }
            y = below ? Checked256.add(y, step) : Checked256.sub(y, step);
        }
        throw new InsufficientLiquidityException("the stable curve does not converge in " + ROUNDS + " rounds");
    }

    /** The contract asks its invariant of raw balances here, though these are scaled already; below 18 decimals it always holds. */
    private boolean aboveByTheRawInvariant(BigInteger x, BigInteger y, BigInteger invariant) {
        return invariant(x, y).compareTo(invariant) > 0;
    }

    /** {@code 3xy² + x³}. */
    private static BigInteger slope(BigInteger x, BigInteger y) {
        BigInteger first = Checked256.mulDiv(Checked256.mul(THREE, x), Checked256.mulDiv(y, y, ONE), ONE);
        return first.add(Checked256.mulDiv(Checked256.mulDiv(x, x, ONE), x, ONE));
    }

    /** Scaled token1 for one scaled token0 at the margin: {@code y·(3x² + y²) / (x·(x² + 3y²))}. */
    static Fraction price(BigInteger x, BigInteger y) {
        BigInteger xx = x.multiply(x);
        BigInteger yy = y.multiply(y);
        return new Fraction(
                y.multiply(xx.multiply(THREE).add(yy)),
                x.multiply(yy.multiply(THREE).add(xx)));
    }
}
