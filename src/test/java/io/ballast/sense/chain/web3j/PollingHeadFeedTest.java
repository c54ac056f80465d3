package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollingHeadFeedTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ChainException DOWN = new ChainException(ChainException.Kind.UNAVAILABLE, "down");
    private final ChainReader reader = mock();
    private final FakeTimer timer = new FakeTimer();
    private final PollingHeadFeed feed = new PollingHeadFeed(reader, SECOND, timer);
    private final BlockHeader known = header(5, Samples.BLOCK);
    private final BlockHeader next = header(6, Samples.TX);

    private static BlockHeader header(long number, Hash32 hash) {
        return new BlockHeader(
                new BlockRef(number, hash, Samples.PARENT, Instant.EPOCH), Wei.of(1), 21_000, 30_000_000);
    }

    @Test
    void answersAtOnceWhenTheHeadDiffersAlready() {
        when(reader.head()).thenReturn(next);
        assertThat(feed.awaitChange(known.ref(), SECOND)).contains(next);
        assertThat(timer.slept).isEmpty();
    }

    @Test
    void announcesAnotherBlockOfTheSameNumber() {
        BlockHeader sibling = header(5, Samples.TX);
        when(reader.head()).thenReturn(known, sibling);
        assertThat(feed.awaitChange(known.ref(), Duration.ofSeconds(10))).contains(sibling);
        assertThat(timer.slept).containsExactly(SECOND);
    }

    @Test
    void isEmptyAfterTheTimeoutAndAsksOnceMoreAtItsEnd() {
        when(reader.head()).thenReturn(known);
        assertThat(feed.awaitChange(known.ref(), Duration.ofMillis(2500))).isEmpty();
        assertThat(timer.slept).containsExactly(SECOND, SECOND, Duration.ofMillis(500));
        verify(reader, times(4)).head();
    }

    @Test
    void toleratesAnUnavailableNodeUntilItIsBack() {
        when(reader.head()).thenThrow(DOWN).thenThrow(DOWN).thenReturn(next);
        assertThat(feed.awaitChange(known.ref(), Duration.ofSeconds(5))).contains(next);
    }

    @Test
    void isNotEmptyButFailsWhenTheNodeIsStillUnavailableAtTheTimeout() {
        when(reader.head()).thenReturn(known).thenThrow(DOWN);
        assertThatThrownBy(() -> feed.awaitChange(known.ref(), Duration.ofSeconds(2)))
                .isSameAs(DOWN);
    }

    @Test
    void failsAtOnceOnAnAnswerThatIsNotToBeBelieved() {
        when(reader.head()).thenThrow(new ChainException(ChainException.Kind.MALFORMED, "spoilt"));
        assertThatThrownBy(() -> feed.awaitChange(known.ref(), SECOND)).hasMessage("spoilt");
        verify(reader, times(1)).head();
    }

    @Test
    void endsWhenInterruptedAndLeavesTheFlagSet() {
        when(reader.head()).thenReturn(known);
        timer.interrupt = true;
        assertThat(feed.awaitChange(known.ref(), SECOND)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static final class FakeTimer implements PollTimer {
        private final List<Duration> slept = new ArrayList<>();
        private long now = Long.MAX_VALUE - 5;
        private boolean interrupt;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            if (interrupt) {
                throw new InterruptedException();
            }
            slept.add(time);
            now += time.toNanos();
        }
    }
}
