package io.ballast.base.units;

/**
 * Quotients of three 64-bit digits by two, without dividing: multiplication with a reciprocal. Source: Möller and Granlund,
 * "Improved division by invariant integers", IEEE Transactions on Computers 60 (2011), algorithms 3, 4 and 6.
 */
final class Reciprocal {
    /** {@code ⌊(2^19 − 3·2^8)/i⌋} for i of [256, 512). */
    private static final int[] FIRST_GUESS = firstGuess();

    private Reciprocal() {}

    private static int[] firstGuess() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = ((1 << 19) - 3 * (1 << 8)) / (i + 256);
        }
        return table;
    }

    /** {@code ⌊(2^192 − 1)/(high·2^64 + low)⌋ − 2^64}; the top bit of {@code high} is set. */
    static long of(long high, long low) {
        long v = ofOne(high);
        long p = high * v + low;
        if (Long.compareUnsigned(p, low) < 0) {
            v--;
            if (Long.compareUnsigned(p, high) >= 0) {
                v--;
                p -= high;
            }
            p -= high;
        }
        long carry = Math.unsignedMultiplyHigh(v, low);
        p += carry;
        if (Long.compareUnsigned(p, carry) < 0) {
            v--;
            int order = Long.compareUnsigned(p, high);
            if (order > 0 || (order == 0 && Long.compareUnsigned(v * low + low, low) >= 0)) {
                v--;
            }
        }
        return v;
    }

    /** {@code ⌊(2^128 − 1)/d⌋ − 2^64}; the top bit of {@code d} is set. */
    private static long ofOne(long d) {
        long odd = d & 1;
        long top40 = (d >>> 24) + 1;
        long half = (d >>> 1) + odd;
        long v0 = FIRST_GUESS[(int) (d >>> 55) - 256];
        long v1 = (v0 << 11) - ((v0 * v0 * top40) >>> 40) - 1;
        long v2 = (v1 << 13) + ((v1 * ((1L << 60) - v1 * top40)) >>> 47);
        long e = ((v2 >>> 1) & -odd) - v2 * half;
        long v3 = (Math.unsignedMultiplyHigh(v2, e) >>> 1) + (v2 << 31);
        long low = v3 * d;
        long carry = Long.compareUnsigned(low + d, d) < 0 ? 1 : 0;
        return v3 - (Math.unsignedMultiplyHigh(v3, d) + carry + d);
    }

    /**
     * {@code ⌊(u2·2^128 + u1·2^64 + u0)/(high·2^64 + low)⌋}, where (u2, u1) is less than (high, low).
     *
     * @param reciprocal {@link #of} (high, low)
     */
    static long divide(long u2, long u1, long u0, long high, long low, long reciprocal) {
        long q0 = reciprocal * u2 + u1;
        long q1 = Math.unsignedMultiplyHigh(reciprocal, u2) + u2 + (Long.compareUnsigned(q0, u1) < 0 ? 1 : 0);
        long t0 = low * q1;
        long r0 = u0 - t0;
        long r1 = u1 - q1 * high - Math.unsignedMultiplyHigh(low, q1) - (Long.compareUnsigned(u0, t0) < 0 ? 1 : 0);
        r1 -= high + (Long.compareUnsigned(r0, low) < 0 ? 1 : 0);
        r0 -= low;
        q1++;
        if (Long.compareUnsigned(r1, q0) >= 0) {
            q1--;
            r0 += low;
            r1 += high + (Long.compareUnsigned(r0, low) < 0 ? 1 : 0);
        }
        int order = Long.compareUnsigned(r1, high);
        return order > 0 || (order == 0 && Long.compareUnsigned(r0, low) >= 0) ? q1 + 1 : q1;
    }
}
