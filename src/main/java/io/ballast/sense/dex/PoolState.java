package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.util.List;

/** State of one pool at one block, with its exact arithmetic. Immutable. */
public sealed interface PoolState
        permits ConstantProductPool,
                ConcentratedPool,
                WeightedPool,
                StableSwapPool,
                SolidlyPool,
                NodeQuotedPool,
                FlatPool {
    PoolSpec spec();

    default PoolId id() {
        return spec().id();
    }

    default Venue venue() {
        return spec().venue();
    }

    default List<Token> tokens() {
        return spec().tokens();
    }

    default Token token0() {
        return spec().token0();
    }

    default Token token1() {
        return spec().token1();
    }

    /** Fee on the amount in, in millionths (3000 is 0.3 %). */
    default int feePips() {
        return spec().feePips();
    }

    /**
     * Swaps an exact amount in, as the contract does, to the unit.
     *
     * @param amountIn of a token of the pool, greater than zero
     * @param out another token of the pool
     * @return amount out, fee and the state after the swap
     * @throws InsufficientLiquidityException if the pool cannot take the whole amount or would give nothing
     */
    SwapResult swapExactIn(TokenAmount amountIn, Token out);

    /** The same in a pair, where the token out is the other one. */
    default SwapResult swapExactIn(TokenAmount amountIn) {
        return swapExactIn(amountIn, other(amountIn.token()));
    }

    /**
     * Swaps for an exact amount out, as the contract does, to the unit.
     *
     * @param in token that is paid, of the pool
     * @param amountOut of another token of the pool, greater than zero
     * @return the amount in that the contract asks for, whose amount out is the one asked, fee and the state after the swap
     * @throws InsufficientLiquidityException if the pool cannot give the whole amount
     */
    SwapResult swapExactOut(Token in, TokenAmount amountOut);

    /** Marginal price without fee: whole tokens of the other side for one whole {@code base}; for display, features and bounds only. */
    BigDecimal midPrice(Token base);

    /** The same as the nearest floating-point number. */
    default double midPriceRounded(Token base) {
        return midPrice(base).doubleValue();
    }

    /** The same between any two tokens of the pool. */
    default BigDecimal midPrice(Token base, Token quote) {
        return MidPrice.whole(this, base, quote);
    }

    default boolean holds(Token token) {
        return tokens().contains(token);
    }

    /** Refuses a swap between tokens that are not two different ones of this pool. */
    default void requireTokens(Token in, Token out) {
        if (in.equals(out) || !holds(in) || !holds(out)) {
            throw new IllegalArgumentException("pool " + id() + " does not swap " + in + " for " + out);
        }
    }

    /** The other token of a pair. */
    default Token other(Token token) {
        if (tokens().size() == 2 && holds(token)) {
            return token.equals(token0()) ? token1() : token0();
        }
        throw new IllegalArgumentException("pool " + id() + " has no " + token + ", or more than one other token");
    }
}
