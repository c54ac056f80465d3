package io.ballast.agent;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.HeadFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at new heads between decisions, on a thread of its own, has them judged, and has whatever follows blocks brought to
 * them. What the chain does not answer is made up for with the next head.
 */
final class HeadFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadFollower.class);
    private static final Duration LAST_CALL = Duration.ofSeconds(30);

    private final HeadFeed heads;
    private final Rhythm rhythm;
    private final HeadWatch watch;
    private final Consumer<BlockHeader> follow;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * When heads are asked for.
     *
     * @param pace least time between two heads; zero takes every one
     * @param patience time after which no other head is worth a judgement
     * @param afterFailure pause when nobody answers
     */
    record Rhythm(Duration pace, Duration patience, Duration afterFailure) {
        private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

        /** Every head. */
        static Rhythm everyHead(Duration patience) {
            return new Rhythm(Duration.ZERO, patience, AFTER_FAILURE);
        }

        /** One head in this time, and as few questions. */
        static Rhythm oneIn(Duration pace, Duration patience) {
            Duration longer = patience.compareTo(pace) < 0 ? pace : patience;
            return new Rhythm(pace, longer, AFTER_FAILURE.compareTo(pace) < 0 ? pace : AFTER_FAILURE);
        }
    }

    /**
     * Starts at once.
     *
     * @param heads closed with this
     * @param follow told of every head after the watch; what the chain does not answer it may throw
     */
    HeadFollower(HeadFeed heads, Rhythm rhythm, HeadWatch watch, Consumer<BlockHeader> follow) {
        this.heads = heads;
        this.rhythm = rhythm;
        this.watch = watch;
        this.follow = follow;
        this.thread = Thread.ofVirtual().name("head-follower").start(this::run);
    }

    private void run() {
        BlockRef known = new BlockRef(0, Hash32.ZERO, Hash32.ZERO, Instant.EPOCH);
        while (closing.getCount() > 0) {
            known = next(known);
            pause(rhythm.pace());
        }
    }

    private BlockRef next(BlockRef known) {
        Optional<BlockHeader> head = newHead(known);
        try {
            head.ifPresent(follow);
        } catch (ChainException e) {
            LOG.warn("pools are not followed at the moment: {} {}", e.kind(), e.getMessage());
        }
        return head.map(BlockHeader::ref).orElse(known);
    }

    private Optional<BlockHeader> newHead(BlockRef known) {
        try {
            Optional<BlockHeader> head = heads.awaitChange(known, rhythm.patience());
            head.ifPresentOrElse(watch::seen, watch::silent);
            return head;
        } catch (ChainException e) {
            if (closing.getCount() > 0) {
                watch.failed(e);
                pause(rhythm.afterFailure());
            }
            return Optional.empty();
        }
    }

    private void pause(Duration time) {
        try {
            boolean unused = time.isPositive() && closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(LAST_CALL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heads.close();
    }
}
