package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.agent.HeadStatus.Health;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadWatchTest {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private Instant now = START;
    private final List<Health> told = new ArrayList<>();
    private final HeadWatch watch =
            new HeadWatch(() -> now, Duration.ofSeconds(36), status -> told.add(status.health()));

    /** Block {@code number} of a branch, twelve seconds after its parent. */
    static BlockHeader head(int number, int branch) {
        BlockRef ref =
                new BlockRef(number, hash(number, branch), hash(number - 1, branch), START.plusSeconds(12L * number));
        return new BlockHeader(ref, Wei.of(1), 15_000_000, 30_000_000);
    }

    private static Hash32 hash(int number, int branch) {
        return new Hash32(String.format(java.util.Locale.ROOT, "0x%063x%x", number + 1, branch));
    }

    private void at(int number) {
        now = START.plusSeconds(12L * number + 1);
    }

    @Test
    void headsThatFollowEachOtherAreInStep() {
        for (int number = 1; number <= 3; number++) {
            at(number);
            watch.seen(head(number, 0));
        }

        assertThat(watch.status().health()).isEqualTo(Health.IN_STEP);
        assertThat(watch.status().heads()).isEqualTo(3);
        assertThat(watch.status().replaced()).isZero();
        assertThat(told).containsExactly(Health.IN_STEP);
    }

    @Test
    void aChainThatStandsStillIsStaleAndSaysSoOnce() {
        at(1);
        watch.seen(head(1, 0));
        watch.silent();
        at(5);
        watch.silent();
        watch.silent();

        assertThat(told).containsExactly(Health.IN_STEP, Health.STALE);
        assertThat(watch.status().words()).isEqualTo("block 1, 49 s old");
        assertThat(watch.status().isWell()).isFalse();
    }

    @Test
    void anOldHeadIsStaleAtOnce() {
        at(10);
        watch.seen(head(2, 0));

        assertThat(watch.status().health()).isEqualTo(Health.STALE);
    }

    @Test
    void aHeadThatGoesBackIsSaidUntilItIsPassed() {
        at(7);
        watch.seen(head(7, 0));
        watch.seen(head(5, 0));
        watch.seen(head(6, 0));
        watch.seen(head(8, 1));

        assertThat(told).containsExactly(Health.IN_STEP, Health.WENT_BACK, Health.IN_STEP);
        assertThat(watch.status().wentBack()).isEqualTo(2);
    }

    @Test
    void anotherBranchIsCountedAndNoComplaint() {
        at(7);
        watch.seen(head(6, 0));
        watch.seen(head(6, 1));
        watch.seen(head(7, 2));

        assertThat(watch.status().replaced()).isEqualTo(2);
        assertThat(told).containsExactly(Health.IN_STEP);
    }

    @Test
    void aHeadFromTheFutureOrOlderThanItsAncestorIsNotBelieved() {
        at(1);
        watch.seen(head(6, 0));
        assertThat(watch.status().health()).isEqualTo(Health.IMPLAUSIBLE);

        at(6);
        watch.seen(head(7, 0));
        BlockRef odd = new BlockRef(8, hash(8, 0), hash(7, 0), START);
        watch.seen(new BlockHeader(odd, Wei.of(1), 1, 30_000_000));

        assertThat(told).containsExactly(Health.IMPLAUSIBLE, Health.IN_STEP, Health.IMPLAUSIBLE);
    }

    @Test
    void aNodeThatDoesNotAnswerIsUnreachableUntilItDoes() {
        watch.failed(new ChainException(ChainException.Kind.UNAVAILABLE, "rpc 1: no answer"));
        watch.failed(new ChainException(ChainException.Kind.UNAVAILABLE, "rpc 1: no answer"));
        assertThat(watch.status().words()).isEqualTo("UNAVAILABLE rpc 1: no answer");
        assertThat(watch.status().unanswered()).isEqualTo(2);
        at(1);
        watch.seen(head(1, 0));

        assertThat(told).containsExactly(Health.UNREACHABLE, Health.IN_STEP);
    }
}
