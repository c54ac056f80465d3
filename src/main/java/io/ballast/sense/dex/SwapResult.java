package io.ballast.sense.dex;

import io.ballast.base.units.TokenAmount;

/**
 * A swap as the contract would execute it.
 *
 * @param fee part of the amount in that goes to liquidity providers
 * @param after the pool after the swap
 * @param ticksCrossed initialised ticks crossed; 0 for constant product
 */
public record SwapResult(
        TokenAmount amountIn, TokenAmount amountOut, TokenAmount fee, PoolState after, int ticksCrossed) {}
