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
 * @param fees what a swap is charged; the fee of {@code spec} unless a protocol takes its share on top
 */
public record ConcentratedPool(
        PoolSpec spec, BigInteger sqrtPriceX96, int tick, BigInteger liquidity, TickTable ticks, SwapFees fees)
        implements PoolState {
    public ConcentratedPool {
        if (spec.tickSpacing() != ticks.spacing()) {
            throw new IllegalArgumentException("pool " + spec.id() + " needs ticks of its spacing "
                    + spec.tickSpacing() + ", had " + ticks.spacing());
        }
        if (sqrtPriceX96.compareTo(TickMath.MIN_SQRT_RATIO) < 0
                || sqrtPriceX96.compareTo(TickMath.MAX_SQRT_RATIO) >= 0) {
            throw new IllegalArgumentException("price of pool " + spec.id() + " out of range: " + sqrtPriceX96);
        }
        if (liquidity.signum() < 0 || liquidity.bitLength() > 128) {
            throw new IllegalArgumentException("liquidity of pool " + spec.id() + " is no uint128: " + liquidity);
        }
    }

    /** A pool that charges the fee of its specification. */
    public ConcentratedPool(PoolSpec spec, BigInteger sqrtPriceX96, int tick, BigInteger liquidity, TickTable ticks) {
        this(spec, sqrtPriceX96, tick, liquidity, ticks, SwapFees.of(spec.feePips()));
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
                new ConcentratedSwap(this, amountIn.raw(), amountIn.token().equals(token0()), true).run();
        if (swap.out().signum() == 0) {
            throw new InsufficientLiquidityException("pool " + id() + " gives nothing for " + amountIn.raw() + " raw");
        }
        return result(swap, amountIn.token(), out);
    }

    @Override
    public SwapResult swapExactOut(Token in, TokenAmount amountOut) {
        requireTokens(in, amountOut.token());
        requireSwappable(amountOut);
        return result(
                new ConcentratedSwap(this, amountOut.raw(), in.equals(token0()), false).run(), in, amountOut.token());
    }

    private static SwapResult result(ConcentratedSwap swap, Token in, Token out) {
        return new SwapResult(
                new TokenAmount(in, swap.in()),
                new TokenAmount(out, swap.out()),
                new TokenAmount(in, swap.fee()),
                swap.after(),
                swap.crossed());
    }

    /** The contract takes an int256. */
    private void requireSwappable(TokenAmount amount) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("an amount to swap must be greater than zero");
        }
        if (amount.raw().bitLength() > 255) {
            throw new InsufficientLiquidityException("pool " + id() + " takes less than 2^255 raw");
        }
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return MidPrice.ofSqrtPrice(spec, sqrtPriceX96, base);
    }
}
