package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;

/**
 * Amounts between two prices within a range of constant liquidity, rounded as Uniswap V3 does. Prices are Q64.96. Source:
 * SqrtPriceMath of the npm package {@code uniswap/v3-sdk} (MIT, Copyright 2021 Uniswap Labs).
 */
final class SqrtPriceMath {
    private SqrtPriceMath() {}

    /** Token0 between two prices, {@code low <= high}: {@code L·(√high − √low)/(√high·√low)}. */
    static UInt256 amount0(UInt256 low, UInt256 high, UInt256 liquidity, boolean roundUp) {
        UInt256 shifted = liquidity.shiftLeft(96);
        UInt256 width = high.subtract(low);
        return roundUp
                ? shifted.mulDivRoundingUp(width, high).divideRoundingUp(low)
                : shifted.mulDiv(width, high).divide(low);
    }

    /** Token1 between two prices, {@code low <= high}: {@code L·(√high − √low)}. */
    static UInt256 amount1(UInt256 low, UInt256 high, UInt256 liquidity, boolean roundUp) {
        UInt256 width = high.subtract(low);
        return roundUp ? liquidity.mulShift96RoundingUp(width) : liquidity.mulShift96(width);
    }
}
