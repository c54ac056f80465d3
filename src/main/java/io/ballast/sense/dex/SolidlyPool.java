package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An Aerodrome or Velodrome V2 pair: {@code x·y} when volatile, {@code x³y + xy³} when stable. The fee leaves the pair before the
 * swap, so it never enters the reserves. The amount out is the contract's {@code getAmountOut}; a swap that the pair's own check of its
 * invariant would revert is refused. Exact output has no function of its own on the chain: it is the least input whose exact
 * output suffices.
 *
 * @param reserve0 raw, in (0, 2^112)
 * @param reserve1 raw, in (0, 2^112)
 * @param stable which of the two curves
 * @param feeBps of the amount in, rounded down, in 10^-4, at most 3 %
 */
public record SolidlyPool(PoolSpec spec, BigInteger reserve0, BigInteger reserve1, boolean stable, int feeBps)
        implements PoolState {
    private static final int MOST_FEE = 300;
    private static final BigInteger FEE_PARTS = BigInteger.valueOf(10_000);
    private static final BigInteger ONE = BigInteger.TEN.pow(18);
    private static final int RESERVE_BITS = 112;

    public SolidlyPool {
        if (feeBps < 0 || feeBps > MOST_FEE) {
            throw new IllegalArgumentException("fee of pool " + spec.id() + " out of range: " + feeBps);
        }
        if (!isReserve(reserve0) || !isReserve(reserve1)) {
            throw new IllegalArgumentException(
                    "reserves of pool " + spec.id() + " must be in (0, 2^112), were " + reserve0 + " and " + reserve1);
        }
    }

    /** Read from the chain. */
    @Override
    public int feePips() {
        return feeBps * 100;
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token out) {
        requireTokens(amountIn.token(), out);
        if (amountIn.isZero()) {
            throw new IllegalArgumentException("amount in must be greater than zero");
        }
        BigInteger given = amountOut(amountIn.raw(), out.equals(token1()));
        return result(amountIn, new TokenAmount(out, Balances.requireGiven(this, amountIn.raw(), given)));
    }

    /** The least input by bisection; the pair pays exactly what is asked of it. */
    @Override
    public SwapResult swapExactOut(Token in, TokenAmount amountOut) {
        requireTokens(in, amountOut.token());
        boolean zeroForOne = amountOut.token().equals(token1());
        BigInteger reserveOut = zeroForOne ? reserve1 : reserve0;
        if (amountOut.isZero() || amountOut.raw().compareTo(reserveOut) >= 0) {
            throw new InsufficientLiquidityException("pool " + id() + " cannot give " + amountOut.raw() + " raw");
        }
        BigInteger reserveIn = zeroForOne ? reserve0 : reserve1;
        BigInteger guess =
                amountOut.raw().multiply(reserveIn).divide(reserveOut).max(BigInteger.ONE);
        BigInteger amountIn =
                LeastInput.of(guess, raw -> amountOut(raw, zeroForOne).compareTo(amountOut.raw()) >= 0);
        return result(new TokenAmount(in, amountIn), amountOut);
    }

    /** {@code getAmountOut}. */
    private BigInteger amountOut(BigInteger amountIn, boolean zeroForOne) {
        BigInteger net = amountIn.subtract(fee(amountIn));
        BigInteger in = zeroForOne ? reserve0 : reserve1;
        BigInteger out = zeroForOne ? reserve1 : reserve0;
        if (!isReserve(in.add(net))) {
            throw new InsufficientLiquidityException(
                    "pool " + id() + " cannot take " + amountIn + " raw against reserves " + in + " and " + out);
        }
        return stable ? stableOut(net, zeroForOne) : net.multiply(out).divide(in.add(net));
    }

    private BigInteger stableOut(BigInteger net, boolean zeroForOne) {
        StableCurve curve = curve();
        BigInteger invariant = curve.invariant(reserve0, reserve1);
        BigInteger x = zeroForOne ? curve.scale0(reserve0) : curve.scale1(reserve1);
        BigInteger y = zeroForOne ? curve.scale1(reserve1) : curve.scale0(reserve0);
        BigInteger added = zeroForOne ? curve.scale0(net) : curve.scale1(net);
        BigInteger given = Checked256.sub(y, curve.balance(x.add(added), invariant, y));
        return Checked256.mulDiv(given, zeroForOne ? curve.unit1() : curve.unit0(), ONE);
    }

    private SwapResult result(TokenAmount amountIn, TokenAmount amountOut) {
        boolean zeroForOne = amountOut.token().equals(token1());
        BigInteger fee = fee(amountIn.raw());
        BigInteger net = amountIn.raw().subtract(fee);
        BigInteger after0 = zeroForOne ? reserve0.add(net) : reserve0.subtract(amountOut.raw());
        BigInteger after1 = zeroForOne ? reserve1.subtract(amountOut.raw()) : reserve1.add(net);
        requireInvariant(after0, after1, amountIn.raw());
        SolidlyPool after = new SolidlyPool(spec, after0, after1, stable, feeBps);
        return new SwapResult(amountIn, amountOut, new TokenAmount(amountIn.token(), fee), after, 0);
    }

    private void requireInvariant(BigInteger after0, BigInteger after1, BigInteger amountIn) {
        if (!isReserve(after0)
                || !isReserve(after1)
                || invariant(after0, after1).compareTo(invariant(reserve0, reserve1)) < 0) {
            throw new InsufficientLiquidityException(
                    "pool " + id() + " would revert a swap of " + amountIn + " raw: its invariant would fall");
        }
    }

    private BigInteger invariant(BigInteger balance0, BigInteger balance1) {
        return stable ? curve().invariant(balance0, balance1) : balance0.multiply(balance1);
    }

    private BigInteger fee(BigInteger amountIn) {
        return amountIn.multiply(BigInteger.valueOf(feeBps)).divide(FEE_PARTS);
    }

    private StableCurve curve() {
        return new StableCurve(unit(token0()), unit(token1()));
    }

    private static BigInteger unit(Token token) {
        return BigInteger.TEN.pow(token.decimals());
    }

    private static boolean isReserve(BigInteger value) {
        return value.signum() > 0 && value.bitLength() <= RESERVE_BITS;
    }

    /** Raw token1 for one raw token0 at the margin. */
    Fraction rawPrice() {
        if (!stable) {
            return new Fraction(reserve1, reserve0);
        }
        StableCurve curve = curve();
        return StableCurve.price(curve.scale0(reserve0), curve.scale1(reserve1))
                .times(new Fraction(curve.unit1(), curve.unit0()));
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return midPrice(base, other(base));
    }
}
