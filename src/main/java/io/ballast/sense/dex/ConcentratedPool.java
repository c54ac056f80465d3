package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A Uniswap V3 pool. Swaps are exact while the price stays in the window of known ticks and are refused beyond it.
 *
 * @param sqrtPriceX96 {@code √(token1/token0)} in raw units, Q64.96
 * @param tick greatest tick at or below the price, or one less when a falling price has just crossed it
 * @param liquidity in range, below 2^128
 * @param ticks with the spacing of {@code spec}
 */
public record ConcentratedPool(PoolSpec spec, BigInteger sqrtPriceX96, int tick, BigInteger liquidity, TickTable ticks)
        implements PoolState {
    public ConcentratedPool {
        if (spec.feePips() < 0 || spec.feePips() >= 1_000_000 || spec.tickSpacing() != ticks.spacing()) {
            throw new IllegalArgumentException(
                    "pool " + spec.id() + " needs a fee in [0, 1000000) and ticks of its spacing, " + "were "
                            + spec.feePips() + ", " + spec.tickSpacing() + " and " + ticks.spacing());
        }
        if (sqrtPriceX96.compareTo(TickMath.MIN_SQRT_RATIO) < 0
                || sqrtPriceX96.compareTo(TickMath.MAX_SQRT_RATIO) >= 0) {
            throw new IllegalArgumentException("price of pool " + spec.id() + " out of range: " + sqrtPriceX96);
        }
        if (liquidity.signum() < 0 || liquidity.bitLength() > 128) {
            throw new IllegalArgumentException("liquidity of pool " + spec.id() + " is no uint128: " + liquidity);
        }
    }

    /**
     * This pool if its parts agree: price in its tick, and with all ticks known, liquidity the sum of what lies below.
     *
     * @throws IllegalArgumentException if they do not, which no pool on a chain can show
     */
    public ConcentratedPool verified() {
        int expected = TickMath.tickAtSqrtRatio(sqrtPriceX96);
        boolean justCrossed =
                tick == expected - 1 && TickMath.sqrtRatioAtTick(expected).equals(sqrtPriceX96);
        if (tick != expected && !justCrossed) {
            throw new IllegalArgumentException(
                    "pool " + id() + " has tick " + tick + " but its price is in tick " + expected);
        }
        if (ticks.isComplete()) {
            requireSum(liquidity, ticks.liquidityAt(tick));
            requireSum(BigInteger.ZERO, ticks.liquidityAt(TickMath.MAX_TICK));
        }
        return this;
    }

    private void requireSum(BigInteger told, BigInteger summed) {
        if (!told.equals(summed)) {
            throw new IllegalArgumentException(
                    "liquidity of pool " + id() + " is " + told + " but its ticks sum to " + summed);
        }
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token out) {
        requireTokens(amountIn.token(), out);
        requireSwappable(amountIn);
        ConcentratedSwap swap =
                new ConcentratedSwap(this, amountIn.raw(), amountIn.token().equals(token0())).run();
        if (swap.out().signum() == 0) {
            throw new InsufficientLiquidityException("pool " + id() + " gives nothing for " + amountIn.raw() + " raw");
        }
        return new SwapResult(
                amountIn,
                new TokenAmount(out, swap.out()),
                new TokenAmount(amountIn.token(), swap.fee()),
                swap.after(),
                swap.crossed());
    }

    /** The contract takes an int256. */
    private void requireSwappable(TokenAmount amountIn) {
        if (amountIn.isZero()) {
            throw new IllegalArgumentException("amount in must be greater than zero");
        }
        if (amountIn.raw().bitLength() > 255) {
            throw new InsufficientLiquidityException("pool " + id() + " takes less than 2^255 raw");
        }
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return MidPrice.ofSqrtPrice(spec, sqrtPriceX96, base);
    }
}
