package io.ballast.think.action;

import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.function.Predicate;

/** Finds the largest amount that is fit where a larger one is not. */
final class LargestAmount {
    /** Of the amount that is too much; a finer answer would be out of date before it is mined. */
    private static final BigInteger STEPS = BigInteger.valueOf(256);

    private LargestAmount() {}

    /**
     * The largest multiple of {@link #step} below an amount that is fit, while the next one is not; zero if the first is not.
     *
     * @param tooMuch an amount that is not fit
     */
    static TokenAmount below(TokenAmount tooMuch, Predicate<TokenAmount> fit) {
        BigInteger step = step(tooMuch).raw();
        BigInteger low = BigInteger.ZERO;
        BigInteger high = tooMuch.raw().add(step).subtract(BigInteger.ONE).divide(step);
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (fit.test(new TokenAmount(tooMuch.token(), middle.multiply(step)))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new TokenAmount(tooMuch.token(), low.multiply(step));
    }

    /** How exact the answer is: a 256th, at least one unit. */
    static TokenAmount step(TokenAmount tooMuch) {
        return new TokenAmount(tooMuch.token(), tooMuch.raw().divide(STEPS).max(BigInteger.ONE));
    }
}
