package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.agent.HeadFollower.Rhythm;
import io.ballast.agent.HeadStatus.Health;
import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.HeadFeed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HeadFollowerTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final ChainException SILENCE =
            new ChainException(ChainException.Kind.UNAVAILABLE, "rpc 1: no answer");

    private final Script feed = new Script();
    private final List<Long> followed = new CopyOnWriteArrayList<>();
    private final HeadWatch watch =
            new HeadWatch(() -> HeadWatchTest.START.plusSeconds(30), Duration.ofSeconds(36), status -> {});

    /** Answers what it was given, and nothing when that is over. */
    private static final class Script implements HeadFeed {
        private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean closed;

        @Override
        public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
            asked.incrementAndGet();
            try {
                Object answer = answers.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
                if (answer instanceof ChainException failure) {
                    throw failure;
                }
                return Optional.ofNullable((BlockHeader) answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private HeadFollower follower(Rhythm rhythm, Consumer<BlockHeader> follow) {
        return new HeadFollower(feed, rhythm, watch, follow);
    }

    private static Rhythm prompt() {
        return new Rhythm(Duration.ZERO, Duration.ofSeconds(20), SOON);
    }

    @Test
    void everyHeadIsJudgedAndFollowedInOrder() {
        feed.answers.addAll(List.of(HeadWatchTest.head(1, 0), HeadWatchTest.head(2, 0), HeadWatchTest.head(3, 0)));
        try (HeadFollower unused =
                follower(prompt(), head -> followed.add(head.ref().number()))) {
            Awaitility.await().untilAsserted(() -> assertThat(followed).containsExactly(1L, 2L, 3L));
            assertThat(watch.status().heads()).isEqualTo(3);
        }
    }

    @Test
    void aFailureIsJudgedAndTheNextHeadIsTaken() {
        feed.answers.addAll(List.of(HeadWatchTest.head(1, 0), SILENCE, SILENCE));
        try (HeadFollower unused = follower(prompt(), head -> {})) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(watch.status().unanswered()).isEqualTo(2));
            assertThat(watch.status().health()).isEqualTo(Health.UNREACHABLE);
            feed.answers.add(HeadWatchTest.head(2, 0));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(watch.status().health()).isEqualTo(Health.IN_STEP));
        }
    }

    @Test
    void poolsThatCannotBeFollowedDoNotEndTheFollowing() {
        feed.answers.addAll(List.of(HeadWatchTest.head(1, 0), HeadWatchTest.head(2, 0)));
        Consumer<BlockHeader> once = head -> {
            followed.add(head.ref().number());
            if (head.ref().number() == 1) {
                throw SILENCE;
            }
        };
        try (HeadFollower unused = follower(prompt(), once)) {
            Awaitility.await().untilAsserted(() -> assertThat(followed).containsExactly(1L, 2L));
        }
    }

    @Test
    void aPaceIsKeptHoweverFastHeadsCome() {
        for (int number = 1; number <= 5; number++) {
            feed.answers.add(HeadWatchTest.head(number, 0));
        }
        try (HeadFollower unused = follower(
                Rhythm.oneIn(Duration.ofHours(1), SOON),
                head -> followed.add(head.ref().number()))) {
            Awaitility.await()
                    .during(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> followed.equals(List.of(1L)));
            assertThat(feed.asked).hasValue(1);
        }
    }

    @Test
    void closingEndsTheWaitAtOnceAndLetsGoOfTheFeed() {
        HeadFollower follower = follower(new Rhythm(Duration.ofHours(1), Duration.ofHours(1), SOON), head -> {});
        Awaitility.await().until(() -> feed.asked.get() == 1);
        long start = System.nanoTime();
        follower.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(feed.closed).isTrue();
        assertThat(feed.asked).hasValue(1);
    }
}
