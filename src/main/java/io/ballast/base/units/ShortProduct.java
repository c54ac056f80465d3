package io.ballast.base.units;

import java.math.BigInteger;

/**
 * {@code raw · price / 10^decimals} rounded half-even, where the product fits 192 bits and the result 63: what nearly every amount
 * of a portfolio is, and asked for at every step.
 */
final class ShortProduct {
    private static final int MOST_DECIMALS = 18;
    private static final int RAW_BITS = 127;
    /** By decimals: the power of ten with its top bit set, its reciprocal, and by how much it was shifted. */
    private static final long[] DIVISORS = new long[MOST_DECIMALS + 1];

    private static final long[] RECIPROCALS = new long[MOST_DECIMALS + 1];
    private static final int[] SHIFTS = new int[MOST_DECIMALS + 1];

    static {
        long power = 1;
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            SHIFTS[decimals] = Long.numberOfLeadingZeros(power);
            DIVISORS[decimals] = power << SHIFTS[decimals];
            RECIPROCALS[decimals] = Reciprocal.of(DIVISORS[decimals], 0);
            power *= 10;
        }
    }

    private ShortProduct() {}

    /**
     * The rounded quotient, or −1 where the numbers are too long for it.
     *
     * @param raw not negative
     * @param price not negative
     */
    static long of(BigInteger raw, long price, int decimals) {
        if (raw.bitLength() > RAW_BITS || price < 0 || decimals > MOST_DECIMALS) {
            return -1;
        }
        long low = raw.longValue();
        long high = raw.bitLength() < Long.SIZE ? 0 : raw.shiftRight(Long.SIZE).longValue();
        long p0 = low * price;
        long carried = Math.unsignedMultiplyHigh(low, price);
        long p1 = high * price + carried;
        long p2 = Math.unsignedMultiplyHigh(high, price) + (Long.compareUnsigned(p1, carried) < 0 ? 1 : 0);
        return p2 == 0 ? divided(p1, p0, decimals) : -1;
    }

    private static long divided(long p1, long p0, int decimals) {
        int shift = SHIFTS[decimals];
        long divisor = DIVISORS[decimals];
        if (shift > 0 && p1 >>> (Long.SIZE - shift) != 0) {
            return -1;
        }
        long u1 = shift == 0 ? p1 : (p1 << shift) | (p0 >>> (Long.SIZE - shift));
        long u0 = p0 << shift;
        if (Long.compareUnsigned(u1, divisor) >= 0) {
            return -1;
        }
        long quotient = Reciprocal.divide(u1, u0, 0, divisor, 0, RECIPROCALS[decimals]);
        long half = divisor >>> 1;
        long rest = u0 - quotient * divisor;
        int order = Long.compareUnsigned(rest, half);
        boolean up = order > 0 || (order == 0 && (quotient & 1) == 1);
        return up ? quotient + 1 : quotient;
    }
}
