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
        BigInteger given = amountOut(amountIn.raw(), reserve(amountIn.token()), reserve(to));
        if (given.signum() == 0) {
            throw tooLittle(amountIn);
        }
        return swapped(amountIn, new TokenAmount(to, given));
    }

    /** UniswapV2Library's {@code getAmountIn}: one unit more than the least where the division leaves no rest. */
    @Override
    public SwapResult swapExactOut(Token from, TokenAmount amountOut) {
        requireTokens(from, amountOut.token());
        if (amountOut.isZero()) {
            throw new IllegalArgumentException("amount out must be greater than zero");
        }
        BigInteger left = reserve(amountOut.token()).subtract(amountOut.raw());
        if (left.signum() <= 0) {
            throw new InsufficientLiquidityException(
                    "pool " + id() + " cannot give " + amountOut.raw() + " raw of " + reserve(amountOut.token()));
        }
        BigInteger numerator = reserve(from).multiply(amountOut.raw()).multiply(MILLION);
        BigInteger asked = numerator.divide(left.multiply(BigInteger.valueOf(1_000_000 - feePips())));
        return swapped(new TokenAmount(from, asked.add(BigInteger.ONE)), amountOut);
    }

    private SwapResult swapped(TokenAmount in, TokenAmount out) {
        BigInteger inAfter = reserve(in.token()).add(in.raw());
        BigInteger outAfter = reserve(out.token()).subtract(out.raw());
        if (!isReserve(inAfter)) {
            throw tooLittle(in);
        }
        boolean zeroForOne = in.token().equals(token0());
        return new SwapResult(
                in,
                out,
                new TokenAmount(in.token(), fee(in.raw())),
                new ConstantProductPool(spec, zeroForOne ? inAfter : outAfter, zeroForOne ? outAfter : inAfter),
                0);
    }

    private InsufficientLiquidityException tooLittle(TokenAmount in) {
        return new InsufficientLiquidityException("pool " + id() + " cannot take " + in.raw() + " raw of " + in.token()
                + " against reserves " + reserve0 + " and " + reserve1);
    }

    private BigInteger reserve(Token token) {
        return token.equals(token0()) ? reserve0 : reserve1;
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
