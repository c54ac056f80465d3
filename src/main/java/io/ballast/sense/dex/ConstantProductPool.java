package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A Uniswap V2 pair. The formula is UniswapV2Library's {@code getAmountOut} with the fee in millionths in place of 3/1000; a
 * fee of 3000 gives the same integers, since scaling numerator and denominator by 1000 leaves a floored quotient as it is.
 *
 * @param reserve0 raw, in (0, 2^112)
 * @param reserve1 raw, in (0, 2^112)
 */
public record ConstantProductPool(PoolSpec spec, BigInteger reserve0, BigInteger reserve1) implements PoolState {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final int RESERVE_BITS = 112;

    public ConstantProductPool {
        if (spec.feePips() < 0 || spec.feePips() >= 1_000_000) {
            throw new IllegalArgumentException("fee of pool " + spec.id() + " out of range: " + spec.feePips());
        }
        if (!isReserve(reserve0) || !isReserve(reserve1)) {
            throw new IllegalArgumentException(
                    "reserves of pool " + spec.id() + " must be in (0, 2^112), were " + reserve0 + " and " + reserve1);
        }
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token to) {
        requireTokens(amountIn.token(), to);
        if (amountIn.isZero()) {
            throw new IllegalArgumentException("amount in must be greater than zero");
        }
        boolean zeroForOne = to.equals(token1());
        BigInteger in = zeroForOne ? reserve0 : reserve1;
        BigInteger out = zeroForOne ? reserve1 : reserve0;
        BigInteger inAfter = in.add(amountIn.raw());
        BigInteger given = amountOut(amountIn.raw(), in, out);
        if (given.signum() == 0 || !isReserve(inAfter)) {
            throw new InsufficientLiquidityException(
                    "pool " + id() + " cannot take " + amountIn.raw() + " raw against reserves " + in + " and " + out);
        }
        BigInteger outAfter = out.subtract(given);
        return new SwapResult(
                amountIn,
                new TokenAmount(to, given),
                new TokenAmount(amountIn.token(), fee(amountIn.raw())),
                new ConstantProductPool(spec, zeroForOne ? inAfter : outAfter, zeroForOne ? outAfter : inAfter),
                0);
    }

    private BigInteger amountOut(BigInteger amountIn, BigInteger in, BigInteger out) {
        BigInteger net = amountIn.multiply(BigInteger.valueOf(1_000_000 - feePips()));
        return net.multiply(out).divide(in.multiply(MILLION).add(net));
    }

    private BigInteger fee(BigInteger amountIn) {
        return FullMath.mulDivRoundingUp(amountIn, BigInteger.valueOf(feePips()), MILLION);
    }

    private static boolean isReserve(BigInteger value) {
        return value.signum() > 0 && value.bitLength() <= RESERVE_BITS;
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return MidPrice.ofReserves(spec, reserve0, reserve1, base);
    }
}
