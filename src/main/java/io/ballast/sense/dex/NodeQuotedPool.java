package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A pool whose arithmetic is not ours to know: every quote is the contract's own at the block. Since nobody tells what the pool is
 * like after a swap, it takes one swap only; the pool after it refuses a second.
 *
 * @param sqrtPriceX96 {@code √(token1/token0)} in raw units, Q64.96, as the contract says
 * @param liquidity in range, as the contract says, below 2^128
 * @param feePips as the contract says at the block, in millionths; for display and cost
 * @param quotes of the block
 * @param swapped whether this is a pool after a swap
 */
public record NodeQuotedPool(
        PoolSpec spec, BigInteger sqrtPriceX96, BigInteger liquidity, int feePips, NodeQuotes quotes, boolean swapped)
        implements PoolState {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    public NodeQuotedPool {
        if (spec.arithmetic() != Arithmetic.NODE || spec.tokens().size() != 2) {
            throw new IllegalArgumentException("pool " + spec.id() + " is no pair that the node quotes");
        }
        if (sqrtPriceX96.compareTo(TickMath.MIN_SQRT_RATIO) < 0
                || sqrtPriceX96.compareTo(TickMath.MAX_SQRT_RATIO) >= 0) {
            throw new IllegalArgumentException("price of pool " + spec.id() + " out of range: " + sqrtPriceX96);
        }
        if (liquidity.signum() < 0 || liquidity.bitLength() > 128 || feePips < 0 || feePips >= 1_000_000) {
            throw new IllegalArgumentException(
                    "liquidity or fee of pool " + spec.id() + " out of range: " + liquidity + ", " + feePips);
        }
    }

    /** Of a pool of the node's whose price and liquidity were read as those of any other. */
    public static NodeQuotedPool of(ConcentratedPool read, NodeQuotes quotes) {
        int fee = Math.max(read.fees().zeroForOne(), read.fees().oneForZero());
        return new NodeQuotedPool(read.spec(), read.sqrtPriceX96(), read.liquidity(), fee, quotes, false);
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token out) {
        requireTokens(amountIn.token(), out);
        requireFresh(amountIn);
        return result(amountIn, quotes.amountOut(spec, amountIn, out));
    }

    @Override
    public SwapResult swapExactOut(Token in, TokenAmount amountOut) {
        requireTokens(in, amountOut.token());
        requireFresh(amountOut);
        return result(quotes.amountIn(spec, in, amountOut), amountOut);
    }

    private void requireFresh(TokenAmount amount) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("amount must be greater than zero");
        }
        if (swapped) {
            throw new InsufficientLiquidityException(
                    "pool " + id() + " is quoted by the node, which does not know it after a swap");
        }
    }

    /** The fee is that of the contract's rate; the contract itself does not say what it took. */
    private SwapResult result(TokenAmount amountIn, TokenAmount amountOut) {
        BigInteger fee = FullMath.mulDivRoundingUp(amountIn.raw(), BigInteger.valueOf(feePips), MILLION);
        NodeQuotedPool after = new NodeQuotedPool(spec, sqrtPriceX96, liquidity, feePips, quotes, true);
        return new SwapResult(amountIn, amountOut, new TokenAmount(amountIn.token(), fee), after, 0);
    }

    /** As of the block, even after a swap. */
    @Override
    public BigDecimal midPrice(Token base) {
        return MidPrice.ofSqrtPrice(spec, sqrtPriceX96, base);
    }
}
