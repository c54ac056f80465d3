package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;

/** What the contracts themselves quote, at one block that never changes. Thread-safe. */
public interface NodeQuotes {
    /**
     * Output of an exact input.
     *
     * @throws InsufficientLiquidityException if the contract reverts or would give nothing
     * @throws io.ballast.sense.chain.ChainException if the node gives no usable answer
     */
    TokenAmount amountOut(PoolSpec pool, TokenAmount amountIn, Token out);

    /** Input for an exact output; the same errors. */
    TokenAmount amountIn(PoolSpec pool, Token in, TokenAmount amountOut);
}
