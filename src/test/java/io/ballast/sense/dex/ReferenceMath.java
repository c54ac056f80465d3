package io.ballast.sense.dex;

import java.math.BigInteger;

/**
 * Amounts and price moves within a range of constant liquidity, rounded as Uniswap V3 does. Prices are Q64.96. Source:
 * ReferenceMath of the npm package {@code uniswap/v3-sdk} (MIT, Copyright 2021 Uniswap Labs).
 */
final class ReferenceMath {
    private static final BigInteger Q96 = BigInteger.ONE.shiftLeft(96);

    private ReferenceMath() {}

    /** Token0 between two prices, {@code low <= high}: {@code L·(√high − √low)/(√high·√low)}. */
    static BigInteger amount0(BigInteger low, BigInteger high, BigInteger liquidity, boolean roundUp) {
        BigInteger product = liquidity.shiftLeft(96).multiply(high.subtract(low));
        return roundUp
                ? FullMath.divRoundingUp(FullMath.divRoundingUp(product, high), low)
                : product.divide(high).divide(low);
    }

    /** Token1 between two prices, {@code low <= high}: {@code L·(√high − √low)}. */
    static BigInteger amount1(BigInteger low, BigInteger high, BigInteger liquidity, boolean roundUp) {
        BigInteger product = liquidity.multiply(high.subtract(low));
        return roundUp ? FullMath.divRoundingUp(product, Q96) : product.shiftRight(96);
    }

    /** Price after {@code amount} came in: of token0, which lowers it, or of token1, which raises it. */
    static BigInteger afterInput(BigInteger price, BigInteger liquidity, BigInteger amount, boolean zeroForOne) {
        return zeroForOne
                ? afterAmount0(price, liquidity, amount)
                : price.add(amount.shiftLeft(96).divide(liquidity));
    }

    /** Price after {@code amount} went out, which the range can give: of token1, which lowers it, or of token0, which raises it. */
    static BigInteger afterOutput(BigInteger price, BigInteger liquidity, BigInteger amount, boolean zeroForOne) {
        if (zeroForOne) {
            return price.subtract(FullMath.divRoundingUp(amount.shiftLeft(96), liquidity));
        }
        BigInteger numerator = liquidity.shiftLeft(96);
        return FullMath.mulDivRoundingUp(numerator, price, numerator.subtract(amount.multiply(price)));
    }

    /** {@code L·√P/(L + Δ·√P)} rounded up; the contract takes a coarser form where 256 bits do not hold the denominator. */
    private static BigInteger afterAmount0(BigInteger price, BigInteger liquidity, BigInteger amount) {
        if (amount.signum() == 0) {
            return price;
        }
        BigInteger numerator = liquidity.shiftLeft(96);
        BigInteger denominator = numerator.add(amount.multiply(price));
        return denominator.bitLength() <= 256
                ? FullMath.mulDivRoundingUp(numerator, price, denominator)
                : FullMath.divRoundingUp(numerator, numerator.divide(price).add(amount));
    }
}
