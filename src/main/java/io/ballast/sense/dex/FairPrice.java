package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.math.BigInteger;

/**
 * Price of token0 in token1, both in smallest units, as an exact fraction.
 *
 * @param numerator greater than zero
 * @param denominator greater than zero
 */
public record FairPrice(BigInteger numerator, BigInteger denominator) {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /** From the prices of whole tokens. */
    public static FairPrice of(Token token0, Usd price0, Token token1, Usd price1) {
        int common = Math.min(token0.decimals(), token1.decimals());
        return new FairPrice(scaled(price0, token1.decimals() - common), scaled(price1, token0.decimals() - common));
    }

    private static BigInteger scaled(Usd price, int decimals) {
        BigInteger units = price.value().unscaledValue();
        return decimals == 0 ? units : units.multiply(BigInteger.TEN.pow(decimals));
    }

    /** {@code floor(sqrt(price) · 2^96)}, the form in which Uniswap V3 holds a price. */
    public BigInteger sqrtX96() {
        return numerator.shiftLeft(192).divide(denominator).sqrt();
    }

    /** Lowest pool price at which buying token0 does not pay for the fee. */
    public FairPrice lowest(int feePips) {
        return new FairPrice(
                numerator.multiply(MILLION.subtract(BigInteger.valueOf(feePips))), denominator.multiply(MILLION));
    }

    /** Highest pool price at which selling token0 does not pay for the fee. */
    public FairPrice highest(int feePips) {
        return new FairPrice(
                numerator.multiply(MILLION), denominator.multiply(MILLION.subtract(BigInteger.valueOf(feePips))));
    }

    /** The tick at or below the price, to within one: good for choosing ranges, not for swaps. */
    public int tick() {
        double price = numerator.doubleValue() / denominator.doubleValue();
        return (int) StrictMath.floor(StrictMath.log(price) / StrictMath.log(1.0001));
    }
}
