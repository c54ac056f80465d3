package io.ballast.sense.dex;

import java.math.BigInteger;

/** The two published forms of Curve's plain pools, which differ in the last digits. */
public enum StableSwapForm {
    /** Of 2020 (3pool and its like): the amplification is a whole number, the fee is taken from the scaled-down output. */
    WHOLE_A(1),
    /** Of the later template: the amplification counts in hundredths ({@code A_PRECISION}), the fee is taken before scaling down. */
    PRECISE_A(100);

    private final BigInteger precision;

    StableSwapForm(long precision) {
        this.precision = BigInteger.valueOf(precision);
    }

    /** Parts of one in the amplification. */
    BigInteger precision() {
        return precision;
    }
}
