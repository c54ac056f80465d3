package io.ballast.base.units;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * An unsigned integer of 256 bits, as the EVM has it, but exact: a result that is negative or needs more bits is an
 * {@link ArithmeticException}, never a wrapped number. Immutable and thread-safe.
 */
public final class UInt256 implements Comparable<UInt256> {
    public static final UInt256 ZERO = new UInt256(0, 0, 0, 0);
    public static final UInt256 ONE = new UInt256(0, 0, 0, 1);
    public static final UInt256 MAX = new UInt256(-1, -1, -1, -1);
    private static final int BYTES = 32;

    private final long digit3;
    private final long digit2;
    private final long digit1;
    private final long digit0;

    private UInt256(long digit3, long digit2, long digit1, long digit0) {
        this.digit3 = digit3;
        this.digit2 = digit2;
        this.digit1 = digit1;
        this.digit0 = digit0;
    }

    /** From digits of 64 bits, the most significant first. */
    static UInt256 ofDigits(long digit3, long digit2, long digit1, long digit0) {
        return new UInt256(digit3, digit2, digit1, digit0);
    }

    /** {@code high·2^64 + low}, both unsigned. */
    public static UInt256 ofHalf(long high, long low) {
        return new UInt256(0, 0, high, low);
    }

    /** @throws ArithmeticException if negative */
    public static UInt256 of(long value) {
        if (value < 0) {
            throw new ArithmeticException("less than zero: " + value);
        }
        return new UInt256(0, 0, 0, value);
    }

    /** @throws ArithmeticException if negative or above 2^256 − 1 */
    public static UInt256 of(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw new ArithmeticException("not in [0, 2^256): " + value);
        }
        if (value.bitLength() < Long.SIZE) {
            return new UInt256(0, 0, 0, value.longValue());
        }
        return new UInt256(digit(value, 3), digit(value, 2), digit(value, 1), value.longValue());
    }

    private static long digit(BigInteger value, int place) {
        return value.bitLength() > place * Long.SIZE
                ? value.shiftRight(place * Long.SIZE).longValue()
                : 0;
    }

    /** From a number in decimal digits. */
    public static UInt256 parse(String decimal) {
        return of(new BigInteger(decimal));
    }

    /** From at most 32 bytes, the most significant first. */
    public static UInt256 ofBytes(byte... bytes) {
        return of(new BigInteger(1, bytes));
    }

    /** 32 bytes, the most significant first. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(digit3)
                .putLong(digit2)
                .putLong(digit1)
                .putLong(digit0)
                .array();
    }

    public BigInteger toBigInteger() {
        if ((digit3 | digit2 | digit1) == 0 && digit0 >= 0) {
            return BigInteger.valueOf(digit0);
        }
        int zeros = Long.BYTES * (digit3 != 0 ? 0 : digit2 != 0 ? 1 : digit1 != 0 ? 2 : 3);
        return new BigInteger(1, toBytes(), zeros, BYTES - zeros);
    }

    /** Nearest double, give or take one in the last place. */
    public double doubleValue() {
        return ((unsigned(digit3) * 0x1p64 + unsigned(digit2)) * 0x1p64 + unsigned(digit1)) * 0x1p64 + unsigned(digit0);
    }

    private static double unsigned(long digit) {
        return digit >= 0 ? digit : ((digit >>> 1) | (digit & 1)) * 2.0;
    }

    public UInt256 add(UInt256 other) {
        long sum0 = digit0 + other.digit0;
        long carry = below(sum0, digit0);
        long part1 = digit1 + other.digit1;
        long sum1 = part1 + carry;
        carry = below(part1, digit1) | below(sum1, carry);
        long part2 = digit2 + other.digit2;
        long sum2 = part2 + carry;
        carry = below(part2, digit2) | below(sum2, carry);
        long part3 = digit3 + other.digit3;
        long sum3 = part3 + carry;
        if ((below(part3, digit3) | below(sum3, carry)) != 0) {
            throw new ArithmeticException("sum does not fit");
        }
        return new UInt256(sum3, sum2, sum1, sum0);
    }

    public UInt256 subtract(UInt256 other) {
        long less0 = digit0 - other.digit0;
        long borrow = below(digit0, other.digit0);
        long part1 = digit1 - other.digit1;
        long less1 = part1 - borrow;
        borrow = below(digit1, other.digit1) | below(part1, borrow);
        long part2 = digit2 - other.digit2;
        long less2 = part2 - borrow;
        borrow = below(digit2, other.digit2) | below(part2, borrow);
        long part3 = digit3 - other.digit3;
        long less3 = part3 - borrow;
        if ((below(digit3, other.digit3) | below(part3, borrow)) != 0) {
            throw new ArithmeticException("less than zero");
        }
        return new UInt256(less3, less2, less1, less0);
    }

    private static long below(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }

    public UInt256 multiply(UInt256 other) {
        return product(other).toUInt256();
    }

    /** {@code ⌊this·factor/divisor⌋} with the whole product of 512 bits in between. */
    public UInt256 mulDiv(UInt256 factor, UInt256 divisor) {
        Unsigned512 quotient = new Unsigned512();
        product(factor).divide(divisor.register(), quotient);
        return quotient.toUInt256();
    }

    /** {@code ⌈this·factor/divisor⌉} with the whole product of 512 bits in between. */
    public UInt256 mulDivRoundingUp(UInt256 factor, UInt256 divisor) {
        Unsigned512 quotient = new Unsigned512();
        boolean exact = product(factor).divide(divisor.register(), quotient).isZero();
        return exact ? quotient.toUInt256() : quotient.increment().toUInt256();
    }

    /** {@code ⌊this·factor/2^96⌋} with the whole product of 512 bits in between. */
    public UInt256 mulShift96(UInt256 factor) {
        return product(factor).shiftRight(96).toUInt256();
    }

    /** {@code ⌈this·factor/2^96⌉} with the whole product of 512 bits in between. */
    public UInt256 mulShift96RoundingUp(UInt256 factor) {
        Unsigned512 product = product(factor);
        Unsigned512 floor = new Unsigned512().set(product).shiftRight(96);
        boolean exact = new Unsigned512().set(floor).shiftLeft(96).compare(product) == 0;
        return exact ? floor.toUInt256() : floor.increment().toUInt256();
    }

    public UInt256 divide(UInt256 divisor) {
        return mulDiv(ONE, divisor);
    }

    public UInt256 divideRoundingUp(UInt256 divisor) {
        return mulDivRoundingUp(ONE, divisor);
    }

    public UInt256 remainder(UInt256 divisor) {
        return register().divide(divisor.register(), new Unsigned512()).toUInt256();
    }

    /** {@code this·2^bits}; bits from 0 to 255. */
    public UInt256 shiftLeft(int bits) {
        return register().shiftLeft(requireShift(bits)).toUInt256();
    }

    /** {@code ⌊this/2^bits⌋}; bits from 0 to 255. */
    public UInt256 shiftRight(int bits) {
        return register().shiftRight(requireShift(bits)).toUInt256();
    }

    private static int requireShift(int bits) {
        if (bits < 0 || bits > 255) {
            throw new ArithmeticException("shift must be in [0, 255], was " + bits);
        }
        return bits;
    }

    private Unsigned512 register() {
        return new Unsigned512().set(this);
    }

    private Unsigned512 product(UInt256 factor) {
        return new Unsigned512().setProduct(register(), factor.register());
    }

    public boolean isZero() {
        return (digit3 | digit2 | digit1 | digit0) == 0;
    }

    public int bitLength() {
        return register().bitLength();
    }

    /** Bits 192 to 255. */
    long digit3() {
        return digit3;
    }

    /** Bits 128 to 191. */
    long digit2() {
        return digit2;
    }

    /** Bits 64 to 127. */
    long digit1() {
        return digit1;
    }

    /** Bits 0 to 63. */
    long digit0() {
        return digit0;
    }

    @Override
    public int compareTo(UInt256 other) {
        int order = Long.compareUnsigned(digit3, other.digit3);
        order = order != 0 ? order : Long.compareUnsigned(digit2, other.digit2);
        order = order != 0 ? order : Long.compareUnsigned(digit1, other.digit1);
        return order != 0 ? order : Long.compareUnsigned(digit0, other.digit0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UInt256 that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(((digit3 * 31 + digit2) * 31 + digit1) * 31 + digit0);
    }

    /** Decimal digits. */
    @Override
    public String toString() {
        return toBigInteger().toString();
    }
}
