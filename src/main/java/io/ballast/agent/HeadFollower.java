package io.ballast.agent;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.market.FollowedMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a followed market to every new head between decisions, on a thread of its own. What the chain does not answer is made
 * up for with the next head.
 */
final class HeadFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadFollower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final HeadFeed heads;
    private final FollowedMarket market;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** @param heads closed with this */
    HeadFollower(HeadFeed heads, FollowedMarket market) {
        this.heads = heads;
        this.market = market;
        this.thread = Thread.ofVirtual().name("head-follower").start(this::run);
    }

    private void run() {
        BlockRef known = new BlockRef(0, Hash32.ZERO, Hash32.ZERO, Instant.EPOCH);
        while (closing.getCount() > 0) {
            known = next(known);
        }
    }

    private BlockRef next(BlockRef known) {
        Optional<BlockHeader> head = newHead(known);
        try {
            head.ifPresent(market::follow);
        } catch (ChainException e) {
            LOG.warn("pools are not followed at the moment: {} {}", e.kind(), e.getMessage());
        }
        return head.map(BlockHeader::ref).orElse(known);
    }

    private Optional<BlockHeader> newHead(BlockRef known) {
        try {
            return heads.awaitChange(known, PATIENCE);
        } catch (ChainException e) {
            LOG.warn("no new head: {} {}", e.kind(), e.getMessage());
            pause();
            return Optional.empty();
        }
    }

    private void pause() {
        try {
            boolean unused = closing.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heads.close();
    }
}
