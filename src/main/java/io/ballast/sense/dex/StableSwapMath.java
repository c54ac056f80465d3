package io.ballast.sense.dex;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Curve's StableSwap invariant {@code A·nⁿ·Σx + D = A·D·nⁿ + D^(n+1)/(nⁿ·Πx)}, solved by Newton's method with the contract's
 * integer steps and stopping rule. Source: Egorov, StableSwap whitepaper (2019), and the published iteration of Curve's plain pools.
 *
 * @param amplification {@code A·n^(n−1)} as the contract holds it, in parts of {@code form}'s precision
 */
record StableSwapMath(BigInteger amplification, StableSwapForm form) {
    private static final int ROUNDS = 255;

    /** {@code D} of balances of equal scale, all greater than zero. */
    BigInteger invariant(List<BigInteger> balances) {
        BigInteger sum = balances.stream().reduce(BigInteger.ZERO, Checked256::add);
        BigInteger n = BigInteger.valueOf(balances.size());
        BigInteger ann = ann(n);
        return converge(sum, d -> {
            BigInteger product = product(d, balances);
            BigInteger gain = Checked256.mulDiv(ann, sum, form.precision()).add(Checked256.mul(product, n));
            BigInteger loss = Checked256.mulDiv(ann.subtract(form.precision()), d, form.precision())
                    .add(Checked256.mul(product, n.add(BigInteger.ONE)));
            return Checked256.mulDiv(gain, d, loss);
        });
    }

    /** {@code D^(n+1)/(nⁿ·Πx)}, divided after every factor. */
    BigInteger product(BigInteger d, List<BigInteger> balances) {
        BigInteger n = BigInteger.valueOf(balances.size());
        BigInteger product = d;
        for (BigInteger balance : balances) {
            product = Checked256.mulDiv(product, d, Checked256.mul(balance, n));
        }
        return product;
    }

    /**
     * Balance of {@code out} that keeps {@code D} when the others are as given.
     *
     * @param balances of equal scale; that of {@code out} is not looked at
     */
    BigInteger balance(int out, List<BigInteger> balances, BigInteger d) {
        BigInteger n = BigInteger.valueOf(balances.size());
        BigInteger ann = ann(n);
        BigInteger others = BigInteger.ZERO;
        BigInteger c = d;
        for (int i = 0; i < balances.size(); i++) {
            if (i != out) {
                others = Checked256.add(others, balances.get(i));
                c = Checked256.mulDiv(c, d, Checked256.mul(balances.get(i), n));
            }
        }
        BigInteger constant =
                Checked256.div(Checked256.mul(Checked256.mul(c, d), form.precision()), Checked256.mul(ann, n));
        BigInteger linear = Checked256.add(others, Checked256.mulDiv(d, form.precision(), ann));
        return converge(
                d,
                y -> Checked256.div(
                        Checked256.add(Checked256.mul(y, y), constant),
                        Checked256.sub(y.shiftLeft(1).add(linear), d)));
    }

    /** {@code A·n}: with the contract's {@code A = A'·n^(n−1)} this is the whitepaper's {@code A'·nⁿ}. */
    BigInteger ann(BigInteger n) {
        return Checked256.mul(amplification, n);
    }

    /** Until two rounds differ by at most one; the contract then takes the later, and so do we. */
    private static BigInteger converge(BigInteger start, UnaryOperator<BigInteger> step) {
        BigInteger value = start;
        for (int i = 0; i < ROUNDS; i++) {
            BigInteger next = step.apply(value);
            if (next.subtract(value).abs().compareTo(BigInteger.ONE) <= 0) {
                return next;
            }
            value = next;
        }
        throw new InsufficientLiquidityException("the invariant does not converge in " + ROUNDS + " rounds");
    }
}
