package io.ballast.sense.dex;

import java.math.BigInteger;
import java.util.function.Predicate;

/** Exact output for contracts that know exact input only. */
final class LeastInput {
    private LeastInput() {}

    /**
     * An input that suffices while one unit less does not: the least one, where the pool's rounding never lets a greater input
     * give less. Doubling from {@code guess}, then bisection.
     *
     * @param guess greater than zero
     * @param suffices whether the exact output of an input is enough; may refuse an input as too much
     * @throws InsufficientLiquidityException if no input that the pool takes suffices
     */
    static BigInteger of(BigInteger guess, Predicate<BigInteger> suffices) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = guess;
        while (!suffices.test(high)) {
            low = high;
            high = high.shiftLeft(1);
        }
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (suffices.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
