package io.ballast.base.units;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A register of 512 bits for chains of exact arithmetic that must not allocate. Never negative; what does not fit is an
 * {@link ArithmeticException}, after which the register holds nothing of use. Mutable: for one thread.
 */
public final class Unsigned512 {
    private static final int DIGITS = 8;
    /** Least significant first; one more for the shift of a dividend. Those from {@code size} on are zero. */
    private final long[] digits = new long[DIGITS + 1];
    /** Digits in use; the greatest of them is not zero. */
    private int size;

    /** Becomes zero. */
    public Unsigned512 clear() {
        Arrays.fill(digits, 0);
        size = 0;
        return this;
    }

    public Unsigned512 set(UInt256 value) {
        Arrays.fill(digits, 4, DIGITS + 1, 0);
        digits[0] = value.digit0();
        digits[1] = value.digit1();
        digits[2] = value.digit2();
        digits[3] = value.digit3();
        return trim(4);
    }

    public Unsigned512 set(Unsigned512 value) {
        System.arraycopy(value.digits, 0, digits, 0, DIGITS + 1);
        size = value.size;
        return this;
    }

    /** Becomes {@code a·b}; this is neither of them. */
    public Unsigned512 setProduct(Unsigned512 a, Unsigned512 b) {
        Arrays.fill(digits, 0);
        for (int j = 0; j < b.size; j++) {
            addProduct(a, b.digits[j], j);
        }
        return trim(Math.min(a.size + b.size, DIGITS));
    }

    private void addProduct(Unsigned512 a, long factor, int at) {
        long carry = 0;
        for (int i = 0; i < a.size; i++) {
            long low = factor * a.digits[i];
            long high = Math.unsignedMultiplyHigh(factor, a.digits[i]);
            low += carry;
            high += Long.compareUnsigned(low, carry) < 0 ? 1 : 0;
            int place = fitting(at + i, low);
            digits[place] += low;
            high += Long.compareUnsigned(digits[place], low) < 0 ? 1 : 0;
            carry = high;
        }
        digits[fitting(at + a.size, carry)] = carry;
    }

    /** The place of a digit, which is beyond the register only for a zero. */
    private static int fitting(int place, long digit) {
        if (place >= DIGITS && digit != 0) {
            throw tooLarge();
        }
        return Math.min(place, DIGITS);
    }

    public Unsigned512 add(Unsigned512 other) {
        int n = Math.max(size, other.size);
        long carry = 0;
        for (int i = 0; i < n; i++) {
            carry = addAt(i, other.digits[i], carry);
        }
        digits[fitting(n, carry)] = carry;
        return trim(Math.min(n + 1, DIGITS));
    }

    public Unsigned512 add(UInt256 other) {
        long carry = addAt(0, other.digit0(), 0);
        carry = addAt(1, other.digit1(), carry);
        carry = addAt(2, other.digit2(), carry);
        carry = addAt(3, other.digit3(), carry);
        for (int i = 4; carry != 0; i++) {
            carry = addAt(fitting(i, carry), 0, carry);
        }
        return trim(Math.min(Math.max(size, 4) + 1, DIGITS));
    }

    private long addAt(int place, long digit, long carry) {
        long sum = digits[place] + carry;
        long next = Long.compareUnsigned(sum, carry) < 0 ? 1 : 0;
        digits[place] = sum + digit;
        return next + (Long.compareUnsigned(digits[place], digit) < 0 ? 1 : 0);
    }

    /** @throws ArithmeticException if {@code other} is greater */
    public Unsigned512 subtract(Unsigned512 other) {
        int n = Math.max(size, other.size);
        long borrow = 0;
        for (int i = 0; i < n; i++) {
            borrow = subtractAt(i, other.digits[i], borrow);
        }
        return requirePositive(borrow).trim(n);
    }

    /** @throws ArithmeticException if {@code other} is greater */
    public Unsigned512 subtract(UInt256 other) {
        long borrow = subtractAt(0, other.digit0(), 0);
        borrow = subtractAt(1, other.digit1(), borrow);
        borrow = subtractAt(2, other.digit2(), borrow);
        borrow = subtractAt(3, other.digit3(), borrow);
        for (int i = 4; borrow != 0 && i < DIGITS; i++) {
            borrow = subtractAt(i, 0, borrow);
        }
        return requirePositive(borrow).trim(Math.max(size, 4));
    }

    private long subtractAt(int place, long digit, long borrow) {
        long less = digits[place] - borrow;
        long next = Long.compareUnsigned(digits[place], borrow) < 0 ? 1 : 0;
        digits[place] = less - digit;
        return next + (Long.compareUnsigned(less, digit) < 0 ? 1 : 0);
    }

    private Unsigned512 requirePositive(long borrow) {
        if (borrow != 0) {
            throw new ArithmeticException("less than zero");
        }
        return this;
    }

    public Unsigned512 increment() {
        int i = 0;
        while (i < DIGITS && ++digits[i] == 0) {
            i++;
        }
        if (i == DIGITS) {
            throw tooLarge();
        }
        size = Math.max(size, i + 1);
        return this;
    }

    /** @param bits from 0 to 511 */
    public Unsigned512 shiftLeft(int bits) {
        if (bitLength() + bits > DIGITS * Long.SIZE && size > 0) {
            throw tooLarge();
        }
        int places = bits / Long.SIZE;
        int rest = bits % Long.SIZE;
        for (int i = Math.min(size + places, DIGITS - 1); i >= places; i--) {
            long carried = i > places && rest > 0 ? digits[i - places - 1] >>> (Long.SIZE - rest) : 0;
            digits[i] = (digits[i - places] << rest) | carried;
        }
        Arrays.fill(digits, 0, places, 0);
        return trim(Math.min(size + places + 1, DIGITS));
    }

    /** @param bits from 0 to 511; those shifted out are lost */
    public Unsigned512 shiftRight(int bits) {
        int places = bits / Long.SIZE;
        int rest = bits % Long.SIZE;
        int n = size;
        for (int i = 0; i < n; i++) {
            int from = Math.min(i + places, DIGITS);
            long carried = rest > 0 && from < DIGITS ? digits[from + 1] << (Long.SIZE - rest) : 0;
            digits[i] = (digits[from] >>> rest) | carried;
        }
        return trim(n);
    }

    /** Becomes {@code this·factor}; the factor is not negative. */
    public Unsigned512 multiply(int factor) {
        long carry = 0;
        for (int i = 0; i < size; i++) {
            long low = digits[i] * factor;
            long high = Math.unsignedMultiplyHigh(digits[i], factor);
            digits[i] = low + carry;
            carry = high + (Long.compareUnsigned(digits[i], carry) < 0 ? 1 : 0);
        }
        digits[fitting(size, carry)] = carry;
        return trim(Math.min(size + 1, DIGITS));
    }

    /** Becomes {@code ⌊this/divisor⌋} and tells the remainder; the divisor is greater than zero. */
    public int divide(int divisor) {
        if (divisor <= 0) {
            throw new ArithmeticException("divisor must be greater than zero, was " + divisor);
        }
        long remainder = 0;
        for (int i = size - 1; i >= 0; i--) {
            long upper = (remainder << 32) | (digits[i] >>> 32);
            long high = upper / divisor;
            long lower = ((upper - high * divisor) << 32) | (digits[i] & 0xffff_ffffL);
            long low = lower / divisor;
            remainder = lower - low * divisor;
            digits[i] = (high << 32) | low;
        }
        trim(size);
        return (int) remainder;
    }

    /**
     * Becomes the remainder of {@code this/divisor}.
     *
     * @param divisor greater than zero; changed on the way, the same afterwards
     * @param quotient becomes {@code ⌊this/divisor⌋}; neither this nor the divisor
     */
    public Unsigned512 divide(Unsigned512 divisor, Unsigned512 quotient) {
        if (divisor.size == 0) {
            throw new ArithmeticException("division by zero");
        }
        Arrays.fill(quotient.digits, 0);
        quotient.size = 0;
        int m = divisor.size;
        if (size >= m) {
            int n = size;
            int shift = Long.numberOfLeadingZeros(divisor.digits[m - 1]);
            shiftUp(digits, n, shift);
            shiftUp(divisor.digits, m, shift);
            LongDivision.divide(digits, n, divisor.digits, m, quotient.digits);
            shiftDown(divisor.digits, m, shift);
            shiftDown(digits, m, shift);
            quotient.trim(n - m + 1);
            trim(m);
        }
        return this;
    }

    /** By less than 64 bits, into digit {@code n}. */
    private static void shiftUp(long[] digits, int n, int bits) {
        if (bits > 0) {
            for (int i = n; i > 0; i--) {
                digits[i] = (digits[i] << bits) | (digits[i - 1] >>> (Long.SIZE - bits));
            }
            digits[0] <<= bits;
        }
    }

    /** By less than 64 bits, out of nothing above digit {@code n − 1}. */
    private static void shiftDown(long[] digits, int n, int bits) {
        if (bits > 0) {
            for (int i = 0; i < n - 1; i++) {
                digits[i] = (digits[i] >>> bits) | (digits[i + 1] << (Long.SIZE - bits));
            }
            digits[n - 1] >>>= bits;
        }
    }

    public boolean isZero() {
        return size == 0;
    }

    public int bitLength() {
        return size == 0 ? 0 : size * Long.SIZE - Long.numberOfLeadingZeros(digits[size - 1]);
    }

    /** @throws ArithmeticException from 2^256 on */
    public UInt256 toUInt256() {
        if (size > 4) {
            throw tooLarge();
        }
        return UInt256.ofDigits(digits[3], digits[2], digits[1], digits[0]);
    }

    /** Negative, zero or positive as {@link java.util.Comparator} has it. */
    public int compare(Unsigned512 other) {
        for (int i = Math.max(size, other.size) - 1; i >= 0; i--) {
            if (digits[i] != other.digits[i]) {
                return Long.compareUnsigned(digits[i], other.digits[i]);
            }
        }
        return 0;
    }

    /** Negative, zero or positive as {@link java.util.Comparator} has it. */
    public int compare(UInt256 other) {
        if (size > 4) {
            return 1;
        }
        int order = Long.compareUnsigned(digits[3], other.digit3());
        order = order != 0 ? order : Long.compareUnsigned(digits[2], other.digit2());
        order = order != 0 ? order : Long.compareUnsigned(digits[1], other.digit1());
        return order != 0 ? order : Long.compareUnsigned(digits[0], other.digit0());
    }

    private Unsigned512 trim(int most) {
        int n = most;
        while (n > 0 && digits[n - 1] == 0) {
            n--;
        }
        size = n;
        return this;
    }

    private static ArithmeticException tooLarge() {
        return new ArithmeticException("result does not fit");
    }

    /** Decimal. */
    @Override
    public String toString() {
        BigInteger value = BigInteger.ZERO;
        for (int i = size - 1; i >= 0; i--) {
            value = value.shiftLeft(Long.SIZE).or(new BigInteger(Long.toUnsignedString(digits[i])));
        }
        return value.toString();
    }
}
