package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;

/**
 * What a swap through a concentrated pool did, without the state and the tokens around it.
 *
 * @param amountIn taken, fee included
 * @param fee part of {@code amountIn}
 * @param sqrtPriceX96 after the swap
 * @param tick after the swap
 * @param liquidity in range after the swap
 * @param ticksCrossed initialised ones
 */
public record ConcentratedFill(
        UInt256 amountIn,
        UInt256 amountOut,
        UInt256 fee,
        UInt256 sqrtPriceX96,
        int tick,
        UInt256 liquidity,
        int ticksCrossed) {}
