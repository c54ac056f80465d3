package io.ballast.sense.dex;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * No exchange at all: a price at which any amount is traded, and a plain cost of so much of the notional, paid in cash on either
 * side. A sale of notional {@code n} gives {@code n·(1 − c)}, a purchase of it takes {@code n·(1 + c)}. It is how the literature
 * on portfolio selection counts, and stands for nothing that can be traded on.
 *
 * @param fair price of token0 in token1, in smallest units
 * @param cash one of the two tokens: the notional is counted in it
 * @param cost of the notional
 */
public record FlatPool(PoolSpec spec, FairPrice fair, Token cash, Bps cost) implements PoolState {
    private static final int EXACT_BITS = 53;
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public FlatPool {
        if (!spec.tokens().contains(cash) || spec.tokens().size() != 2) {
            throw new IllegalArgumentException("pool " + spec.id() + " is no pair with " + cash);
        }
    }

    /** The same at another price. */
    public FlatPool at(FairPrice other) {
        return new FlatPool(spec, other, cash, cost);
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token out) {
        requireTokens(amountIn.token(), out);
        Fraction rate = rate(amountIn.token());
        BigInteger given = amountIn.raw().multiply(rate.numerator()).divide(rate.denominator());
        if (given.signum() == 0) {
            throw new InsufficientLiquidityException("pool " + id() + " gives nothing for " + amountIn.raw() + " raw");
        }
        return result(amountIn, new TokenAmount(out, given));
    }

    @Override
    public SwapResult swapExactOut(Token in, TokenAmount amountOut) {
        requireTokens(in, amountOut.token());
        if (amountOut.isZero()) {
            throw new IllegalArgumentException("amount out must be greater than zero");
        }
        Fraction rate = rate(in);
        BigInteger asked = FullMath.mulDivRoundingUp(amountOut.raw(), rate.denominator(), rate.numerator());
        return result(new TokenAmount(in, asked), amountOut);
    }

    private SwapResult result(TokenAmount in, TokenAmount out) {
        BigInteger base = in.token().equals(cash) ? WHOLE.add(costs()) : WHOLE;
        BigInteger fee = FullMath.mulDivRoundingUp(in.raw(), costs(), base);
        return new SwapResult(in, out, new TokenAmount(in.token(), fee), this, 0);
    }

    /** Raw units out for one raw unit in, after the cost. */
    private Fraction rate(Token in) {
        Fraction price = new Fraction(fair.numerator(), fair.denominator());
        Fraction mid = in.equals(token0()) ? price : price.inverse();
        return mid.times(
                in.equals(cash)
                        ? new Fraction(WHOLE, WHOLE.add(costs()))
                        : new Fraction(WHOLE.subtract(costs()), WHOLE));
    }

    private BigInteger costs() {
        return BigInteger.valueOf(cost.value());
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return MidPrice.whole(spec, new Fraction(fair.numerator(), fair.denominator()), base);
    }

    /** One division is enough where both parts are floating-point numbers: no quotient of two such lies so near to a tie. */
    @Override
    public double midPriceRounded(Token base) {
        boolean exact = fair.numerator().bitLength() <= EXACT_BITS
                && fair.denominator().bitLength() <= EXACT_BITS
                && token0().decimals() == token1().decimals()
                && base.equals(token0());
        return exact
                ? fair.numerator().doubleValue() / fair.denominator().doubleValue()
                : midPrice(base).doubleValue();
    }
}
