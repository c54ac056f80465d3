package io.ballast.sense.market;

import io.ballast.base.units.PoolId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * One swap that happened, or was quoted by the chain, against our arithmetic.
 *
 * @param expected raw; what came out, or what went in of a swap for an exact amount out
 * @param ours the same by our arithmetic; zero if it refused the swap
 */
public record SwapCheck(PoolId pool, long block, Kind kind, BigInteger expected, BigInteger ours) {
    /** How the swap was meant. */
    public enum Kind {
        EXACT_IN,
        EXACT_OUT,
        /** Neither way gives its amounts: it stopped at a price, left something in the pool, or our arithmetic is wrong. */
        NEITHER
    }

    /** Raw units, never negative. */
    public BigInteger error() {
        return ours.subtract(expected).abs();
    }

    /** Error in basis points of what was expected, to four decimals; all of it where nothing was expected. */
    public BigDecimal errorBps() {
        BigDecimal whole = new BigDecimal(expected.signum() == 0 ? ours.max(BigInteger.ONE) : expected);
        return new BigDecimal(error()).movePointRight(4).divide(whole, 4, RoundingMode.UP);
    }

    public boolean exact() {
        return error().signum() == 0;
    }
}
