package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How far an account fell, and when that need not be worked out. */
class FallTest {
    private static final Bps TENTH = new Bps(1_000);

    private static Usd usd(String dollars) {
        return Usd.of(new BigDecimal(dollars));
    }

    private static boolean isSlight(String navBefore, String exitBefore, String nav, String exit) {
        return Fall.isSlight(usd(navBefore), usd(exitBefore), new Worth(usd(nav), usd(exit)), TENTH);
    }

    @Test
    void lessThanHalfOfTheLimitByBothValuesIsSlight() {
        assertThat(isSlight("1000", "1000", "950.01", "950.01")).isTrue();
        assertThat(isSlight("1000", "1000", "950", "1000")).isFalse();
        assertThat(isSlight("1000", "1000", "1000", "950")).isFalse();
        assertThat(isSlight("1000", "1000", "1001", "1001")).isTrue();
    }

    @Test
    void nothingFallsFromNothing() {
        assertThat(isSlight("0", "0", "0", "-1")).isTrue();
    }

    @Test
    void whatIsSlightIsNeitherNearALimitNorBeyond() {
        Random random = new Random(3);
        int slight = 0;
        int near = 0;
        for (int i = 0; i < 20_000; i++) {
            Bps max = new Bps(random.nextInt(i % 10 == 0 ? 2 : 10_001));
            Usd nav = Usd.of(new BigDecimal(random.nextDouble() * Math.pow(10, random.nextInt(14) - 6)));
            Usd exit = Usd.of(nav.value().multiply(new BigDecimal(1 + 0.1 * random.nextGaussian())));
            double part = 2.5 * random.nextDouble() * max.value() / 10_000;
            Worth now = new Worth(
                    Usd.of(nav.value().multiply(new BigDecimal(1 - part))),
                    Usd.of(exit.value().multiply(new BigDecimal(1 - part * random.nextDouble()))));
            Fall fall = Fall.below(nav, exit, now);
            near += fall.isNear(max) ? 1 : 0;
            if (Fall.isSlight(nav, exit, now, max)) {
                slight++;
                assertThat(fall.isNear(max)).isFalse();
                assertThat(Fall.beyond(fall.worse(), max, true)).isFalse();
            }
        }
        assertThat(slight).isGreaterThan(1_000);
        assertThat(near).isGreaterThan(1_000);
    }
}
