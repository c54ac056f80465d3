package io.ballast.think.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowBuilderTest {
    private static final Token TOKEN = new Token(new Address("0x" + "0".repeat(39) + "1"), "WETH", 18);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final WindowBuilder builder = new WindowBuilder(List.of(TOKEN), 3, HOUR);

    @Test
    void keepsTheLastBarsAndDropsTheOldest() {
        for (int bar = 0; bar < 5; bar++) {
            close(bar, 100 + bar);
        }

        assertThat(builder.isFull()).isTrue();
        assertThat(builder.window().times()).containsExactly(time(2), time(3), time(4));
        assertThat(builder.window().close(0, 0)).isEqualTo(104);
        assertThat(builder.window().close(0, 2)).isEqualTo(102);
    }

    @Test
    void saysHowManyBarsAreMissing() {
        close(0, 100);

        assertThat(builder.isFull()).isFalse();
        assertThat(builder.missing()).isEqualTo(2);
    }

    @Test
    void startsAnewAfterAGap() {
        close(0, 100);
        close(1, 100);
        close(3, 100);

        assertThat(builder.bars()).isEqualTo(1);
    }

    @Test
    void toleratesABarThatIsLate() {
        close(0, 100);
        builder.close(time(1).plusSeconds(3599), new double[] {100});

        assertThat(builder.bars()).isEqualTo(2);
    }

    @Test
    void windowIsNotChangedByLaterBars() {
        close(0, 100);
        PriceWindow window = builder.window();
        close(1, 200);

        assertThat(window.bars()).isEqualTo(1);
    }

    /** Longer than anything that it may keep together. */
    @Test
    void everyWindowTakenStaysAsItWas() {
        List<PriceWindow> taken = new ArrayList<>();
        for (int bar = 0; bar < 25; bar++) {
            close(bar, 100 + bar);
            taken.add(builder.window());
        }

        for (int bar = 0; bar < taken.size(); bar++) {
            PriceWindow window = taken.get(bar);
            assertThat(window.times().getLast()).isEqualTo(time(bar));
            for (int back = 0; back < window.bars(); back++) {
                assertThat(window.close(0, back)).isEqualTo(100 + bar - back);
            }
        }
    }

    @Test
    void refusesTimeThatDoesNotAdvance() {
        close(1, 100);

        assertThatThrownBy(() -> close(1, 100)).hasMessageContaining("is not after");
        assertThatThrownBy(() -> close(0, 100)).hasMessageContaining("is not after");
    }

    @Test
    void refusesPricesThatAreNotPositive() {
        for (double price : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> close(1, price)).hasMessageContaining("price of WETH must be positive");
        }
    }

    private void close(int bar, double price) {
        builder.close(time(bar), new double[] {price});
    }

    private static Instant time(int bar) {
        return START.plus(HOUR.multipliedBy(bar));
    }
}
