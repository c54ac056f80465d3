package io.ballast.sense.dex;

import io.ballast.base.units.Unsigned512;

/**
 * The last step of a swap, which ends inside a segment: the contract's {@code computeSwapStep} where the target is not
 * reached. Registers of one thread; nothing is allocated. Prices are Q64.96.
 *
 * <p>Input: with {@code N} the price after, {@code D = L·2^96 + a·P} and {@code r = N·D − L·2^96·P} the rest of its rounding,
 * the input counted is {@code ⌈L·2^96·(P − N)/(P·N)⌉ = a − ⌊r/(P·N)⌋}, so the rest of one division saves another. Upward, with
 * {@code r = a·2^96 mod L}, it is {@code a − ⌊r/2^96⌋}.
 */
final class PartialStep {
    private static final ThreadLocal<PartialStep> OF_THREAD = ThreadLocal.withInitial(PartialStep::new);
    private static final int MILLION = 1_000_000;

    private final Unsigned512 price = new Unsigned512();
    private final Unsigned512 liquidity = new Unsigned512();
    private final Unsigned512 shifted = new Unsigned512();
    private final Unsigned512 numerator = new Unsigned512();
    private final Unsigned512 denominator = new Unsigned512();
    private final Unsigned512 width = new Unsigned512();

    /** What is left to swap; set before a step. */
    final Unsigned512 remaining = new Unsigned512();
    /** Results. */
    final Unsigned512 next = new Unsigned512();

    final Unsigned512 in = new Unsigned512();
    final Unsigned512 fee = new Unsigned512();
    final Unsigned512 out = new Unsigned512();

    private PartialStep() {}

    static PartialStep ofThread() {
        return OF_THREAD.get();
    }

    /** Spends {@link #remaining}, fee included, from a place on. */
    void spend(Rung from, boolean down, int feePips) {
        begin(from);
        in.set(remaining).multiply(MILLION - feePips).divide(MILLION);
        fee.set(remaining);
        if (down) {
            spendDown();
        } else {
            spendUp();
        }
        fee.subtract(in);
    }

    /** Pays for {@link #remaining} of the token out, from a place on. */
    void obtain(Rung from, boolean down, int feePips) {
        begin(from);
        out.set(remaining);
        if (down) {
            divideRoundingUp(numerator.set(out).shiftLeft(96), liquidity, width);
            next.set(price).subtract(width);
            amount0In();
        } else {
            denominator.set(shifted).subtract(numerator.setProduct(out, price));
            divideRoundingUp(numerator.setProduct(shifted, price), denominator, next);
            width.set(next).subtract(price);
            amount1In();
        }
        if (fee.set(in).multiply(feePips).divide(MILLION - feePips) != 0) {
            fee.increment();
        }
    }

    private void begin(Rung from) {
        price.set(from.price());
        liquidity.set(from.after());
        shifted.set(liquidity).shiftLeft(96);
    }

    /** {@code N = ⌈L·2^96·P/D⌉}; where 256 bits do not hold D the contract takes {@code ⌈L·2^96/(⌊L·2^96/P⌋ + a)⌉}. */
    private void spendDown() {
        denominator.setProduct(in, price).add(shifted);
        boolean fits = denominator.bitLength() <= 256;
        if (in.isZero()) {
            next.set(price);
        } else if (fits) {
            numerator.setProduct(shifted, price).divide(denominator, next);
            takeRestOffInput();
        } else {
            numerator.set(shifted).divide(price, width);
            divideRoundingUp(numerator.set(shifted), width.add(in), next);
        }
        width.set(price).subtract(next);
        out.setProduct(liquidity, width).shiftRight(96);
        if (!fits) {
            amount0In();
        }
    }

    /** The price is rounded up; {@link #numerator} holds the remainder of the division. */
    private void takeRestOffInput() {
        if (!numerator.isZero()) {
            next.increment();
            out.set(denominator).subtract(numerator);
            denominator.setProduct(price, next);
            if (out.compare(denominator) >= 0) {
                out.divide(denominator, width);
                in.subtract(width);
            }
        }
    }

    private void spendUp() {
        numerator.set(in).shiftLeft(96).divide(liquidity, width);
        in.subtract(numerator.shiftRight(96));
        next.set(price).add(width);
        numerator.setProduct(shifted, width);
        denominator.setProduct(price, next);
        numerator.divide(denominator, out);
    }

    /** {@code ⌈L·2^96·(P − N)/(P·N)⌉}. */
    private void amount0In() {
        denominator.setProduct(price, next);
        numerator.setProduct(shifted, width);
        divideRoundingUp(numerator, denominator, in);
    }

    /** {@code ⌈L·(N − P)/2^96⌉}. */
    private void amount1In() {
        numerator.setProduct(liquidity, width);
        in.set(numerator).shiftRight(96);
        if (denominator.set(in).shiftLeft(96).compare(numerator) != 0) {
            in.increment();
        }
    }

    private static void divideRoundingUp(Unsigned512 numerator, Unsigned512 denominator, Unsigned512 quotient) {
        if (!numerator.divide(denominator, quotient).isZero()) {
            quotient.increment();
        }
    }
}
