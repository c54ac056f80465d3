package io.ballast.lab.data;

import java.math.BigInteger;
import java.util.Arrays;

/** Whole numbers as history keeps them: 32 bytes of two's complement, the most significant first. */
public final class Word {
    private static final int BYTES = 32;

    private Word() {}

    /** @throws ArithmeticException if it needs more than 256 bits with its sign */
    public static byte[] of(BigInteger value) {
        byte[] least = value.toByteArray();
        if (least.length > BYTES) {
            throw new ArithmeticException("does not fit 256 bits: " + value);
        }
        byte[] word = new byte[BYTES];
        Arrays.fill(word, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(least, 0, word, BYTES - least.length, least.length);
        return word;
    }

    /** The number that {@link #of} was given. */
    public static BigInteger value(byte[] word) {
        return new BigInteger(word);
    }
}
