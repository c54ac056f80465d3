package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;

/** State of one pool at one block, with its exact arithmetic. Immutable. */
public sealed interface PoolState permits ConstantProductPool, ConcentratedPool {
    PoolId id();

    Venue venue();

    Token token0();

    Token token1();

    /** Fee on the amount in, in millionths (3000 is 0.3 %). */
    int feePips();

    /**
     * Swaps an exact amount in, as the contract does, to the unit.
     *
     * @param amountIn of token0 or token1, greater than zero
     * @return amount out, fee and the state after the swap
     * @throws InsufficientLiquidityException if the pool cannot take the whole amount or would give nothing
     */
    SwapResult swapExactIn(TokenAmount amountIn);

    /** Marginal price without fee: whole tokens of the other side for one whole {@code base}; for display, features and bounds only. */
    BigDecimal midPrice(Token base);

    /** The other token of the pair. */
    default Token other(Token token) {
        if (token.equals(token0())) {
            return token1();
        }
        if (token.equals(token1())) {
            return token0();
        }
        throw new IllegalArgumentException("pool " + id() + " has no " + token);
    }
}
