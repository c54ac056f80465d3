package io.ballast.lab.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** A bar's price is its shortest decimal, rounded, whichever way it is come by. */
class BarPriceTest {
    private static final int DRAWS = 100_000;
    private final Random random = new Random(3);

    @Test
    void isTheDecimalThatAFileHolds() {
        assertSame(() -> BigDecimal.valueOf(random.nextLong(1L << (1 + random.nextInt(52))), random.nextInt(9))
                .doubleValue());
    }

    @Test
    void roundsHalvesAsTheirDecimalSays() {
        assertSame(() -> new BigDecimal(random.nextLong(1L << (1 + random.nextInt(44))) + "5")
                .movePointLeft(9)
                .doubleValue());
    }

    @Test
    void roundsAnyNumber() {
        assertSame(() -> StrictMath.pow(10, random.nextDouble(-12, 18)));
    }

    @Test
    void isExactFarOutsideOfWhatPricesAre() {
        for (double price :
                new double[] {0, Double.MIN_VALUE, 1e-9, 5e-9, 15e-9, 1e7, 1e15, 1e22, 9.007199254740992e15}) {
            assertThat(BarPrice.of(price)).isEqualTo(Usd.of(BigDecimal.valueOf(price)));
        }
    }

    private static void assertSame(DoubleSupplier prices) {
        for (int i = 0; i < DRAWS; i++) {
            double price = prices.getAsDouble();
            assertThat(BarPrice.of(price)).as("%s", price).isEqualTo(Usd.of(BigDecimal.valueOf(price)));
        }
    }
}
