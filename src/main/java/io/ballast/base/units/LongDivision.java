package io.ballast.base.units;

/** Knuth's algorithm D with digits of 64 bits, least significant first (The Art of Computer Programming, volume 2, 4.3.1). */
final class LongDivision {
    private LongDivision() {}

    /**
     * Divides in place: {@code u} becomes the remainder.
     *
     * @param u digits of the dividend and one more that is zero or what a shift put there
     * @param n digits of the dividend without that one, at least {@code m}
     * @param v divisor, the top bit of digit {@code m − 1} set
     * @param q takes {@code n − m + 1} digits
     */
    static void divide(long[] u, int n, long[] v, int m, long[] q) {
        long high = v[m - 1];
        long low = m > 1 ? v[m - 2] : 0;
        long reciprocal = Reciprocal.of(high, low);
        for (int j = n - m; j >= 0; j--) {
            long digit = guess(u, j + m, m > 1 ? u[j + m - 2] : 0, high, low, reciprocal);
            long borrow = subtractProduct(u, j, v, m, digit);
            while (borrow != 0) {
                digit--;
                borrow -= addBack(u, j, v, m);
            }
            q[j] = digit;
        }
    }

    /** The digit or more: from three digits of the dividend and two of the divisor. */
    private static long guess(long[] u, int top, long third, long high, long low, long reciprocal) {
        long first = u[top];
        long second = u[top - 1];
        return first == high && second == low ? -1L : Reciprocal.divide(first, second, third, high, low, reciprocal);
    }

    private static long subtractProduct(long[] u, int at, long[] v, int m, long digit) {
        long carry = 0;
        for (int i = 0; i < m; i++) {
            long product = digit * v[i];
            long next = Math.unsignedMultiplyHigh(digit, v[i]);
            product += carry;
            next += Long.compareUnsigned(product, carry) < 0 ? 1 : 0;
            long before = u[at + i];
            u[at + i] = before - product;
            carry = next + (Long.compareUnsigned(before, product) < 0 ? 1 : 0);
        }
        long before = u[at + m];
        u[at + m] = before - carry;
        return Long.compareUnsigned(before, carry) < 0 ? 1 : 0;
    }

    private static long addBack(long[] u, int at, long[] v, int m) {
        long carry = 0;
        for (int i = 0; i < m; i++) {
            long sum = u[at + i] + carry;
            carry = Long.compareUnsigned(sum, carry) < 0 ? 1 : 0;
            long total = sum + v[i];
            carry += Long.compareUnsigned(total, sum) < 0 ? 1 : 0;
            u[at + i] = total;
        }
        u[at + m] += carry;
        return carry != 0 && u[at + m] == 0 ? 1 : 0;
    }
}
