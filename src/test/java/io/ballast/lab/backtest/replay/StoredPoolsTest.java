package io.ballast.lab.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.backtest.scenario.Period;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPoolsTest {
    private static final Instant BEGIN = Instant.parse("2023-12-31T22:00:00Z");

    @TempDir
    Path home;

    @Test
    void withoutOrdersOfOursTheStoreLeadsToTheRecordedStatesAndStandsAtEveryTimeBetween() {
        RecordedProject project = new RecordedProject(home, BEGIN);
        project.record(3, Duration.ofHours(26));
        StoredPools stored = StoredPools.find(
                home.resolve("data/pools"),
                new StoredPools.Wanted(
                        "sample",
                        RecordedProject.START.stream().map(PoolState::spec).toList(),
                        Period.parse("2024-01-01..2024-01-02"),
                        Duration.ofHours(24),
                        Duration.ofMinutes(1)),
                new ParquetFiles());

        try (PoolReplay replay = new PoolReplay(
                stored.start(),
                PoolReplay.Blocks.of(stored.open()),
                stored.states(),
                PoolEvents.OWN_CONTRACTS,
                Set.of())) {
            assertThat(replay.states()).isEqualTo(RecordedProject.START);
            BlockHeader last = stored.start();
            for (Instant time = BEGIN; time.isBefore(BEGIN.plus(Duration.ofHours(26))); time = time.plusSeconds(700)) {
                replay.advanceTo(time);
                BlockHeader now = replay.head().orElseThrow();
                assertThat(Duration.between(now.ref().timestamp(), time)).isBetween(Duration.ZERO, Duration.ofSeconds(23));
                assertThat(now.ref().number()).isGreaterThanOrEqualTo(last.ref().number());
                last = now;
            }
            replay.advanceTo(Long.MAX_VALUE);

            List<PoolState> ends = RecordedProject.START.stream()
                    .map(state -> project.chain.state(state.id()))
                    .toList();
            assertThat(replay.states()).isEqualTo(ends).isEqualTo(replay.recordedStates());
            assertThat(replay.tally().recomputed()).isEmpty();
            assertThat(replay.tally().events()).isGreaterThan(300);
        }
    }
}
