package io.ballast.lab.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChainClockTest {
    @Test
    void showsTheTimeOfTheNewestBlock() {
        AtomicReference<Instant> block = new AtomicReference<>(Instant.EPOCH);
        ChainClock clock = new ChainClock(block::get);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        block.set(Instant.EPOCH.plusSeconds(12));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(12));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(block.get());
    }
}
