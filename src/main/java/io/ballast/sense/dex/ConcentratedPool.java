package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Placeholder of the dex work. */
public record ConcentratedPool(PoolSpec spec, BigInteger sqrtPriceX96, int tick, BigInteger liquidity)
        implements PoolState {
    @Override
    public PoolId id() {
        return spec.id();
    }

    @Override
    public Venue venue() {
        return spec.venue();
    }

    @Override
    public Token token0() {
        return spec.token0();
    }

    @Override
    public Token token1() {
        return spec.token1();
    }

    @Override
    public int feePips() {
        return spec.feePips();
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn) {
        throw new IllegalStateException("dex work");
    }

    @Override
    public BigDecimal midPrice(Token base) {
        throw new IllegalStateException("dex work");
    }
}
