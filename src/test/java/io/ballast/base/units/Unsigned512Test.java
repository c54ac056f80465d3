package io.ballast.base.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Unsigned512Test {
    private final Random random = new Random(17);

    /** Quotient and remainder of lengths up to 512 bits, and the divisor as it was. */
    @Test
    void dividesAnyLengthByAnyOther() {
        Unsigned512 quotient = new Unsigned512();
        for (int i = 0; i < 300_000; i++) {
            BigInteger a = number(512);
            BigInteger d = number(1 + random.nextInt(512)).max(BigInteger.ONE);
            Unsigned512 divisor = register(d);
            Unsigned512 remainder = register(a).divide(divisor, quotient);
            BigInteger[] parts = a.divideAndRemainder(d);
            if (value(quotient, parts[0]) || value(remainder, parts[1]) || value(divisor, d)) {
                throw new AssertionError(a + " / " + d + " was " + quotient + " rest " + remainder);
            }
        }
    }

    @Test
    void addsSubtractsShiftsAndScales() {
        for (int i = 0; i < 20_000; i++) {
            BigInteger a = number(500);
            BigInteger b = number(500).min(a);
            int bits = random.nextInt(512);
            int factor = 1 + random.nextInt(1_000_000);
            assertThat(register(a).add(register(b))).hasToString(a.add(b).toString());
            assertThat(register(a).subtract(register(b)))
                    .hasToString(a.subtract(b).toString());
            assertThat(register(a).shiftRight(bits))
                    .hasToString(a.shiftRight(bits).toString());
            assertThat(register(a.shiftRight(bits)).shiftLeft(bits))
                    .hasToString(a.shiftRight(bits).shiftLeft(bits).toString());
            assertThat(register(b.shiftRight(20)).multiply(factor))
                    .hasToString(b.shiftRight(20)
                            .multiply(BigInteger.valueOf(factor))
                            .toString());
            Unsigned512 small = register(a);
            assertThat(small.divide(factor))
                    .isEqualTo(a.mod(BigInteger.valueOf(factor)).intValue());
            assertThat(small).hasToString(a.divide(BigInteger.valueOf(factor)).toString());
            assertThat(register(a).increment())
                    .hasToString(a.add(BigInteger.ONE).toString());
            assertThat(Integer.signum(register(a).compare(register(b)))).isEqualTo(a.compareTo(b));
        }
    }

    @Test
    void refusesWhatNeedsMoreBits() {
        BigInteger most = BigInteger.ONE.shiftLeft(512).subtract(BigInteger.ONE);

        refuses(() -> register(most).increment());
        refuses(() -> register(most).add(register(BigInteger.ONE)));
        refuses(() -> register(most).multiply(2));
        refuses(() -> register(most).shiftLeft(1));
        refuses(() -> new Unsigned512().setProduct(register(most), register(BigInteger.TWO)));
        refuses(() -> new Unsigned512().setProduct(register(most), register(most)));
        refuses(() -> register(BigInteger.ONE).subtract(register(BigInteger.TWO)));
        refuses(() -> register(BigInteger.ONE.shiftLeft(256)).toUInt256());
        refuses(() -> register(most).divide(new Unsigned512(), new Unsigned512()));
        refuses(() -> register(most).divide(0));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call);
    }

    private static boolean value(Unsigned512 register, BigInteger expected) {
        return !register.toString().equals(expected.toString());
    }

    private BigInteger number(int most) {
        BigInteger number = new BigInteger(random.nextInt(most + 1), random);
        return random.nextInt(3) == 0
                ? number.not().and(BigInteger.ONE.shiftLeft(most).subtract(BigInteger.ONE))
                : number;
    }

    private static Unsigned512 register(BigInteger value) {
        BigInteger low = value.and(UInt256.MAX.toBigInteger());
        Unsigned512 high = new Unsigned512().set(UInt256.of(value.shiftRight(256)));
        return high.shiftLeft(256).add(new Unsigned512().set(UInt256.of(low)));
    }
}
