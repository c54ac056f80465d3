package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickMathTest {
    private static final MathContext PRECISION = new MathContext(90);

    @Test
    void hasTheBoundsOfUniswap() {
        assertThat(TickMath.sqrtRatioAtTick(TickMath.MIN_TICK)).isEqualTo(TickMath.MIN_SQRT_RATIO);
        assertThat(TickMath.sqrtRatioAtTick(TickMath.MAX_TICK)).isEqualTo(TickMath.MAX_SQRT_RATIO);
        assertThat(TickMath.sqrtRatioAtTick(0)).isEqualTo(BigInteger.ONE.shiftLeft(96));
    }

    @ParameterizedTest
    @ValueSource(ints = {TickMath.MIN_TICK - 1, TickMath.MAX_TICK + 1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesATickOutOfRange(int tick) {
        assertThatIllegalArgumentException().isThrownBy(() -> TickMath.sqrtRatioAtTick(tick));
    }

    @Test
    void refusesAPriceOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TickMath.tickAtSqrtRatio(TickMath.MIN_SQRT_RATIO.subtract(BigInteger.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> TickMath.tickAtSqrtRatio(TickMath.MAX_SQRT_RATIO));
    }

    /** Each of up to 21 products is cut by at most one unit of Q128.128, and the cut to Q64.96 adds one unit. */
    @Test
    void isTheSquareRootOfThePowerOfOnePointZeroZeroZeroOne() {
        for (int tick : ticks().limit(400).toArray()) {
            BigDecimal exact = root(tick).multiply(new BigDecimal(BigInteger.ONE.shiftLeft(96)));
            BigDecimal gap = new BigDecimal(TickMath.sqrtRatioAtTick(tick))
                    .subtract(exact)
                    .abs();
            BigDecimal smallest = root(-Math.abs(tick)).multiply(new BigDecimal(BigInteger.ONE.shiftLeft(128)));
            BigDecimal allowed = exact.multiply(BigDecimal.valueOf(21))
                    .divide(smallest, PRECISION)
                    .add(BigDecimal.ONE);
            assertThat(gap).as("tick %d", tick).isLessThan(allowed);
        }
    }

    @Test
    void theTickOfAPriceIsTheGreatestWhosePriceIsNotAboveIt() {
        ticks().limit(20_000).forEach(tick -> {
            BigInteger price = TickMath.sqrtRatioAtTick(tick);
            if (tick < TickMath.MAX_TICK) {
                assertThat(TickMath.tickAtSqrtRatio(price)).isEqualTo(tick);
                assertThat(TickMath.sqrtRatioAtTick(tick + 1)).isGreaterThan(price);
            }
            if (tick > TickMath.MIN_TICK) {
                assertThat(TickMath.tickAtSqrtRatio(price.subtract(BigInteger.ONE)))
                        .isEqualTo(tick - 1);
            }
        });
    }

    private static IntStream ticks() {
        IntStream edges = IntStream.of(
                TickMath.MIN_TICK, TickMath.MIN_TICK + 1, -1, 0, 1, TickMath.MAX_TICK - 1, TickMath.MAX_TICK);
        IntStream powers = IntStream.range(0, 19).flatMap(bit -> IntStream.of(1 << bit, -(1 << bit)));
        return IntStream.concat(
                IntStream.concat(edges, powers), new Random(7).ints(TickMath.MIN_TICK, TickMath.MAX_TICK + 1));
    }

    private static BigDecimal root(int tick) {
        BigDecimal power = new BigDecimal("1.0001").pow(Math.abs(tick), PRECISION);
        BigDecimal root = power.sqrt(PRECISION);
        return tick < 0 ? BigDecimal.ONE.divide(root, PRECISION) : root;
    }
}
