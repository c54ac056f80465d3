package io.ballast.lab.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickMeansTest {
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final PoolId ID = pool(0).id();

    private final TickMeans means = new TickMeans();

    private static ConcentratedPool pool(int tick) {
        return Pools.pool(
                Pools.spec(0x77, Pools.A, Pools.B, 3000, 60),
                tick,
                List.of(Position.of(-600_000, 600_000, "900000000000000")));
    }

    private void note(long second, int tick) {
        means.note(BEGIN.plusSeconds(second), List.<PoolState>of(pool(tick)));
    }

    private Map<PoolId, Integer> at(long second) {
        return means.at(BEGIN.plusSeconds(second));
    }

    @Test
    void knowsNoMeanUntilItHasWatchedForHalfAnHour() {
        note(0, 100);
        note(1_000, 200);

        assertThat(at(1_799)).isEmpty();
        assertThat(at(1_800)).containsEntry(ID, (100 * 1_000 + 200 * 800) / 1_800);
    }

    @Test
    void aPoolMovedInOneBlockHardlyMovesItsMean() {
        note(0, 100);
        note(5_000, 9_000);

        assertThat(at(5_000)).containsEntry(ID, 100);
        assertThat(at(5_012)).containsEntry(ID, (100 * 1_788 + 9_000 * 12) / 1_800);
    }

    @Test
    void roundsDownAsTheContractsDo() {
        note(0, -100);
        note(1_799, -101);

        assertThat(at(1_800)).containsEntry(ID, -101);
    }

    @Test
    void theLastTickOfABlockCounts() {
        note(0, 100);
        note(1_800, 300);
        note(1_800, 500);

        assertThat(at(3_600)).containsEntry(ID, 500);
    }

    @Test
    void isTheMeanOfEverySecond() {
        Random random = new Random(1);
        List<Integer> ticks = new ArrayList<>();
        int tick = 0;
        for (int second = 0; second < 20_000; second++) {
            if (second == 0 || random.nextInt(200) == 0) {
                tick += random.nextInt(401) - 200;
                note(second, tick);
            }
            ticks.add(tick);
            if (second >= 1_800 && second % 777 == 0) {
                long sum = ticks.subList(second - 1_800, second).stream()
                        .mapToLong(Integer::longValue)
                        .sum();
                assertThat(at(second)).containsEntry(ID, Math.toIntExact(Math.floorDiv(sum, 1_800)));
            }
        }
    }

    @Test
    void aPairHasNoOracle() {
        means.note(BEGIN, List.of(Pools.pair(0x55, Pools.A, Pools.B, 3000, "4000", "5000")));

        assertThat(at(10_000)).isEmpty();
    }
}
