package io.ballast.lab.backtest.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FixedTest {
    private static final BigInteger HALF = BigInteger.ONE.shiftLeft(55);

    @Test
    void multipliesAsExactlyAsItsUnitAllows() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            long amount = random.nextLong() >>> random.nextInt(7, 60);
            long share = random.nextLong() >>> random.nextInt(1, 60);
            BigInteger exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(share))
                    .add(HALF)
                    .shiftRight(56);
            if (exact.bitLength() < 64) {
                assertThat(Fixed.times(amount, share)).isEqualTo(exact.longValueExact());
            } else {
                assertThatThrownBy(() -> Fixed.times(amount, share)).isInstanceOf(ArithmeticException.class);
            }
        }
        assertThatThrownBy(() -> Fixed.times(Long.MAX_VALUE, Fixed.ONE * 2)).isInstanceOf(ArithmeticException.class);
        assertThat(Fixed.times(Long.MAX_VALUE, Fixed.ONE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void dividesAsExactlyAsItsUnitAllows() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            long divisor = 1 + (random.nextLong() >>> random.nextInt(6, 60)) % ((1L << 58) - 1);
            long dividend = Math.min((1L << 58) - 1, (long) (divisor * 127.9 * random.nextDouble()));
            BigInteger exact = BigInteger.valueOf(dividend)
                    .shiftLeft(56)
                    .add(BigInteger.valueOf(divisor >> 1))
                    .divide(BigInteger.valueOf(divisor));
            assertThat(Fixed.ratio(dividend, divisor)).isEqualTo(exact.longValueExact());
        }
        assertThat(Fixed.ratio(7, 7)).isEqualTo(Fixed.ONE);
    }

    @Test
    void refusesFractionsOutOfRange() {
        assertThat(Fixed.value(Fixed.of(0.3))).isEqualTo(0.3);
        assertThatThrownBy(() -> Fixed.of(128)).hasMessageContaining("128.0");
        assertThatThrownBy(() -> Fixed.of(-1e-9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fixed.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
