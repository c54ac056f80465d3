package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * A Balancer V2 pool of weighted tokens: {@code Π balance^weight} never falls. Exact input and exact output follow the
 * contract's own two functions, with its rounding and its limit of 30 % of a balance per swap. Source of the formulas: Martinelli and
 * Mushegian, Balancer whitepaper (2019), sections on out-given-in and in-given-out.
 *
 * @param balances raw, in the order of the tokens, each in (0, 2^112)
 * @param weights 18 decimal places, in the order of the tokens; they sum to one
 * @param swapFee 18 decimal places, from 10^-6 to 10 %
 * @param version how the contract computes powers
 */
public record WeightedPool(
        PoolSpec spec, List<BigInteger> balances, List<BigInteger> weights, BigInteger swapFee, WeightedVersion version)
        implements PoolState {
    private static final BigInteger LEAST_WEIGHT = BigInteger.TEN.pow(16);
    private static final BigInteger LEAST_FEE = BigInteger.TEN.pow(12);
    private static final BigInteger MOST_FEE = BigInteger.TEN.pow(17);
    private static final BigInteger MOST_RATIO = BigInteger.valueOf(3).multiply(BigInteger.TEN.pow(17));
    private static final BigInteger PIP = BigInteger.TEN.pow(12);

    public WeightedPool {
        balances = Balances.require(spec, balances);
        weights = List.copyOf(weights);
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (weights.size() != spec.tokens().size()
                || !sum.equals(Fixed18.ONE)
                || weights.stream().anyMatch(weight -> weight.compareTo(LEAST_WEIGHT) < 0)) {
            throw new IllegalArgumentException("pool " + spec.id() + " needs a weight of at least 1 % for each of "
                    + spec.tokens() + " and a sum of one, had " + weights);
        }
        if (swapFee.compareTo(LEAST_FEE) < 0 || swapFee.compareTo(MOST_FEE) > 0) {
            throw new IllegalArgumentException("fee of pool " + spec.id() + " out of range: " + swapFee);
        }
        if (spec.tokens().stream().anyMatch(token -> token.decimals() > 18)) {
            throw new IllegalArgumentException("pool " + spec.id() + " has a token of more than 18 decimals");
        }
    }

    /** Read from the chain, in millionths rounded up. */
    @Override
    public int feePips() {
        return FullMath.divRoundingUp(swapFee, PIP).intValueExact();
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token out) {
        requireSwap(amountIn, amountIn.token(), out);
        BigInteger fee = Fixed18.mulUp(amountIn.raw(), swapFee);
        BigInteger net = scaled(amountIn.token(), amountIn.raw().subtract(fee));
        requireRatio(amountIn.token(), net);
        BigInteger before = scaledBalance(amountIn.token());
        BigInteger base = Fixed18.divUp(before, before.add(net));
        BigInteger power = version.powUp(base, Fixed18.divDown(weight(amountIn.token()), weight(out)));
        BigInteger given =
                Fixed18.mulDown(scaledBalance(out), Fixed18.complement(power)).divide(scale(out));
        Balances.requireGiven(this, amountIn.raw(), given);
        return result(amountIn, new TokenAmount(out, given), fee);
    }

    /** What the vault asks for an exact output ({@code GIVEN_OUT}); by its rounding, a little more than the least input. */
    @Override
    public SwapResult swapExactOut(Token in, TokenAmount amountOut) {
        requireSwap(amountOut, in, amountOut.token());
        BigInteger taken = scaled(amountOut.token(), amountOut.raw());
        requireRatio(amountOut.token(), taken);
        BigInteger before = scaledBalance(amountOut.token());
        BigInteger base = Fixed18.divUp(before, before.subtract(taken));
        BigInteger power = version.powUp(base, Fixed18.divUp(weight(amountOut.token()), weight(in)));
        BigInteger asked = Fixed18.mulUp(scaledBalance(in), power.subtract(Fixed18.ONE));
        BigInteger net = FullMath.divRoundingUp(asked, scale(in));
        BigInteger paid = Fixed18.divUp(net, Fixed18.complement(swapFee));
        return result(new TokenAmount(in, paid), amountOut, paid.subtract(net));
    }

    private SwapResult result(TokenAmount amountIn, TokenAmount amountOut, BigInteger fee) {
        Token in = amountIn.token();
        List<BigInteger> after = Balances.moved(this, balances, in, amountIn.raw(), amountOut.token(), amountOut.raw());
        return new SwapResult(
                amountIn,
                amountOut,
                new TokenAmount(in, fee),
                new WeightedPool(spec, after, weights, swapFee, version),
                0);
    }

    private void requireSwap(TokenAmount amount, Token in, Token out) {
        requireTokens(in, out);
        if (amount.isZero()) {
            throw new IllegalArgumentException("amount must be greater than zero");
        }
    }

    private void requireRatio(Token token, BigInteger amount) {
        if (amount.compareTo(Fixed18.mulDown(scaledBalance(token), MOST_RATIO)) > 0) {
            throw new InsufficientLiquidityException(
                    "pool " + id() + " swaps at most 30 % of its " + token + " at a time");
        }
    }

    private BigInteger weight(Token token) {
        return weights.get(Balances.index(this, token));
    }

    private BigInteger scaledBalance(Token token) {
        return scaled(token, balances.get(Balances.index(this, token)));
    }

    private static BigInteger scaled(Token token, BigInteger raw) {
        return Checked256.mul(raw, scale(token));
    }

    private static BigInteger scale(Token token) {
        return BigInteger.TEN.pow(18 - token.decimals());
    }

    /** {@code (balance of quote / its weight) / (balance of base / its weight)}. */
    Fraction rawPrice(Token base, Token quote) {
        int from = Balances.index(this, base);
        int to = Balances.index(this, quote);
        return new Fraction(
                balances.get(to).multiply(weights.get(from)), balances.get(from).multiply(weights.get(to)));
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return midPrice(base, other(base));
    }
}
