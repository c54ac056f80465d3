package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A Curve plain pool: StableSwap between tokens that are scaled by their decimals alone. The amount out is the contract's
 * {@code get_dy}; {@code exchange} of a {@link StableSwapForm#WHOLE_A} pool rounds once more and may pay one unit less. Exact output
 * has no function of its own on the chain: it is the least input whose {@code get_dy} suffices, found by bisection.
 *
 * @param balances raw, in the order of the tokens, each in (0, 2^112)
 * @param amplification {@code A} as the contract holds it at this block, in parts of the form's precision
 * @param fee of the output, in 10^-10, at most 50 %
 * @param adminFee share of the fee that leaves the pool, in 10^-10
 */
public record StableSwapPool(
        PoolSpec spec,
        List<BigInteger> balances,
        BigInteger amplification,
        BigInteger fee,
        BigInteger adminFee,
        StableSwapForm form)
        implements PoolState {
    private static final BigInteger FEE_PARTS = BigInteger.TEN.pow(10);
    private static final BigInteger MOST_FEE = FEE_PARTS.shiftRight(1);
    private static final BigInteger PIP = BigInteger.TEN.pow(4);
    private static final BigInteger PRECISION = BigInteger.TEN.pow(18);
    private static final BigInteger MOST_AMPLIFICATION = BigInteger.TEN.pow(6);

    public StableSwapPool {
        balances = Balances.require(spec, balances);
        if (spec.tokens().stream().anyMatch(token -> token.decimals() > 18)) {
            throw new IllegalArgumentException("pool " + spec.id() + " has a token of more than 18 decimals");
        }
        BigInteger most = MOST_AMPLIFICATION.multiply(form.precision());
        if (amplification.compareTo(form.precision()) < 0 || amplification.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "amplification of pool " + spec.id() + " out of range: " + amplification);
        }
        if (!isShare(fee, MOST_FEE) || !isShare(adminFee, FEE_PARTS)) {
            throw new IllegalArgumentException(
                    "fees of pool " + spec.id() + " out of range: " + fee + " and " + adminFee);
        }
    }

    private static boolean isShare(BigInteger value, BigInteger most) {
        return value.signum() >= 0 && value.compareTo(most) <= 0;
    }

    /** Read from the chain, in millionths rounded up. */
    @Override
    public int feePips() {
        return FullMath.divRoundingUp(fee, PIP).intValueExact();
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token out) {
        requireTokens(amountIn.token(), out);
        if (amountIn.isZero()) {
            throw new IllegalArgumentException("amount in must be greater than zero");
        }
        BigInteger gross = gross(amountIn, out);
        BigInteger given = Balances.requireGiven(this, amountIn.raw(), quoted(gross, out));
        return new SwapResult(
                amountIn,
                new TokenAmount(out, given),
                new TokenAmount(amountIn.token(), feeOf(amountIn.raw())),
                after(amountIn, gross, out),
                0);
    }

    /** The least input by bisection; {@link SwapResult#after} is the state after paying it, which may give a little more. */
    @Override
    public SwapResult swapExactOut(Token in, TokenAmount amountOut) {
        requireTokens(in, amountOut.token());
        if (amountOut.isZero() || amountOut.raw().compareTo(balance(amountOut.token())) >= 0) {
            throw new InsufficientLiquidityException("pool " + id() + " cannot give " + amountOut.raw() + " raw");
        }
        BigInteger amountIn = LeastInput.of(
                guess(in, amountOut),
                raw -> quoted(gross(new TokenAmount(in, raw), amountOut.token()), amountOut.token())
                                .compareTo(amountOut.raw())
                        >= 0);
        SwapResult swap = swapExactIn(new TokenAmount(in, amountIn), amountOut.token());
        return new SwapResult(swap.amountIn(), amountOut, swap.fee(), swap.after(), 0);
    }

    /** One for one, in units of the token in, at least one. */
    private static BigInteger guess(Token in, TokenAmount amountOut) {
        return amountOut
                .raw()
                .multiply(rate(amountOut.token()))
                .divide(rate(in))
                .max(BigInteger.ONE);
    }

    /** Output before fee, to 18 places; one unit is kept back against rounding. */
    private BigInteger gross(TokenAmount amountIn, Token out) {
        List<BigInteger> scaled = scaled();
        StableSwapMath math = math();
        BigInteger d = math.invariant(scaled);
        List<BigInteger> moved = new ArrayList<>(scaled);
        int from = Balances.index(this, amountIn.token());
        moved.set(from, Checked256.add(scaled.get(from), scale(amountIn.raw(), amountIn.token())));
        int to = Balances.index(this, out);
        BigInteger y = math.balance(to, moved, d);
        return Checked256.sub(Checked256.sub(scaled.get(to), y), BigInteger.ONE);
    }

    /** {@code get_dy}. */
    private BigInteger quoted(BigInteger gross, Token out) {
        if (form == StableSwapForm.PRECISE_A) {
            return down(gross.subtract(share(gross, fee)), out);
        }
        BigInteger given = down(gross, out);
        return given.subtract(share(given, fee));
    }

    /** {@code exchange} takes its fee before it scales down, and the administrator's part of it out of the pool. */
    private StableSwapPool after(TokenAmount amountIn, BigInteger gross, Token out) {
        BigInteger kept = share(gross, fee);
        BigInteger leaving = down(gross.subtract(kept), out).add(down(share(kept, adminFee), out));
        List<BigInteger> moved = Balances.moved(this, balances, amountIn.token(), amountIn.raw(), out, leaving);
        return new StableSwapPool(spec, moved, amplification, fee, adminFee, form);
    }

    private StableSwapMath math() {
        return new StableSwapMath(amplification, form);
    }

    private List<BigInteger> scaled() {
        List<BigInteger> scaled = new ArrayList<>();
        for (Token token : tokens()) {
            scaled.add(scale(balance(token), token));
        }
        return scaled;
    }

    private BigInteger balance(Token token) {
        return balances.get(Balances.index(this, token));
    }

    private static BigInteger scale(BigInteger raw, Token token) {
        return Checked256.mulDiv(raw, rate(token), PRECISION);
    }

    private static BigInteger down(BigInteger scaled, Token token) {
        return Checked256.mulDiv(scaled, PRECISION, rate(token));
    }

    /** {@code 10^(36 − decimals)}. */
    private static BigInteger rate(Token token) {
        return BigInteger.TEN.pow(36 - token.decimals());
    }

    private static BigInteger share(BigInteger amount, BigInteger tenBillionths) {
        return amount.multiply(tenBillionths).divide(FEE_PARTS);
    }

    private BigInteger feeOf(BigInteger amountIn) {
        return FullMath.mulDivRoundingUp(amountIn, fee, FEE_PARTS);
    }

    /** Ratio of the invariant's derivatives: {@code x_q·(A·x_b + P) / (x_b·(A·x_q + P))} with {@code P = D^(n+1)/(nⁿ·Πx)}. */
    Fraction rawPrice(Token base, Token quote) {
        List<BigInteger> scaled = scaled();
        StableSwapMath math = math();
        BigInteger product = math.product(math.invariant(scaled), scaled).multiply(form.precision());
        BigInteger ann = math.ann(BigInteger.valueOf(scaled.size()));
        BigInteger from = scaled.get(Balances.index(this, base));
        BigInteger to = scaled.get(Balances.index(this, quote));
        return new Fraction(
                        to.multiply(ann.multiply(from).add(product)),
                        from.multiply(ann.multiply(to).add(product)))
                .times(new Fraction(rate(base), rate(quote)));
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return midPrice(base, other(base));
    }
}
