package io.ballast.lab.backtest.kernel;

/** Fractions as integers in units of 2⁻⁵⁶: 1 is 2⁵⁶, the largest is just below 128. Products are exact before they are rounded once. */
final class Fixed {
    static final int BITS = 56;
    static final long ONE = 1L << BITS;

    private static final double UNIT = 0x1p-56;
    private static final long HALF = ONE >>> 1;

    private Fixed() {}

    /** Nearest fraction; {@code value} lies in [0, 128). */
    static long of(double value) {
        if (!(value >= 0 && value < 128)) {
            throw new IllegalArgumentException(value + " is not in [0, 128)");
        }
        return Math.round(value / UNIT);
    }

    static double value(long fixed) {
        return fixed * UNIT;
    }

    /**
     * A share of an amount, rounded half up.
     *
     * @param amount not negative
     * @param fixed not negative
     * @throws ArithmeticException if the result does not fit
     */
    static long times(long amount, long fixed) {
        long high = Math.multiplyHigh(amount, fixed);
        long low = amount * fixed;
        long rounded = low + HALF;
        if (Long.compareUnsigned(rounded, low) < 0) {
            high++;
        }
        if (high >>> (BITS - 1) != 0) {
            throw new ArithmeticException("a product left the range of the kernel");
        }
        return high << (Long.SIZE - BITS) | rounded >>> BITS;
    }

    /**
     * A quotient as a fraction, rounded half up. Rounding down would cost half a unit at every row.
     *
     * @param dividend in [0, 2⁵⁸)
     * @param divisor in (0, 2⁵⁸), so that the quotient is below 128
     */
    static long ratio(long dividend, long divisor) {
        long near = (long) ((double) dividend / divisor / UNIT);
        // Floating point is off by some units only, so what is left fits into 64 bits although its parts do not.
        long left = (dividend << BITS) - near * divisor;
        return near + Math.floorDiv(left + (divisor >> 1), divisor);
    }
}
