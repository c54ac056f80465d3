package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.UInt256;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The way to the next stop. */
class StopsTest {
    private static final int CASES = 20_000;
    private static final int FEWEST_DIGITS = 12;

    /** A swap below it is surely done before the stop; if it were too low, every swap would pay for the exact answer. */
    @Test
    void theQuickAnswerIsBelowTheExactOneAndNearIt() {
        Random random = new Random(11);
        int near = 0;
        for (int i = 0; i < CASES; i++) {
            int tick = random.nextInt(1_200_000) - 600_000;
            int distance = 1 + random.nextInt(i % 2 == 0 ? 3 : 20_000);
            BigInteger liquidity = new BigInteger(1 + random.nextInt(100), random).add(BigInteger.ONE);
            boolean down = random.nextBoolean();
            int fee = List.of(0, 100, 3000, 10_000, 999_999).get(random.nextInt(5));
            ConcentratedPool pool = Pools.pool(
                    spec(1, A, B, 3000, 1), tick, List.of(new Position(tick - distance, tick + distance, liquidity)));
            Stops stops = new Stops(pool.ticks(), down, fee);
            Rung here = Rung.start(pool.tick(), pool.root(), pool.depth());
            UInt256 exact = stops.paid(here);
            double quick = stops.paidAtLeast(here);

            // Nothing is paid where a price lies on the stop.
            assertThat(quick).isNotNegative().isLessThan(exact.isZero() ? Double.MIN_VALUE : exact.doubleValue());
            if (exact.toString().length() > FEWEST_DIGITS + 6) {
                near++;
                assertThat(quick).isGreaterThan(exact.doubleValue() * (1 - 1e-11));
            }
        }
        assertThat(near).isGreaterThan(CASES / 10);
    }
}
