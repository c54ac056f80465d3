package io.ballast.lab.devnet;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.HeadFeed;
import java.time.Duration;
import java.util.Optional;

/** Whoever waits for the next block here mines it: so an agent in one thread lives in a time of its own. */
public final class LockStepHeadFeed implements HeadFeed {
    private final LockStep steps;
    private final Duration blockTime;

    /** @param blockTime distance of the blocks that are mined, in whole seconds */
    public LockStepHeadFeed(LockStep steps, Duration blockTime) {
        this.steps = steps;
        this.blockTime = blockTime;
    }

    /** Never empty and never late: the time-out is not needed. */
    @Override
    public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
        BlockHeader head = steps.head();
        return Optional.of(head.ref().equals(known) ? steps.mineNext(blockTime) : head);
    }
}
