package io.ballast.sense.chain;

import io.ballast.base.units.BlockRef;
import java.time.Duration;
import java.util.Optional;

/** Announces new heads. Time passes for the agent only by waiting here. */
public interface HeadFeed extends AutoCloseable {
    /**
     * Blocks until the head differs from {@code known}, or the time-out.
     *
     * @return the newest head, or empty after the time-out
     * @throws ChainException if the head is not known at the time-out, or the answer is not to be believed
     */
    Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout);

    /** Lets go of what announces heads; most feeds hold nothing. */
    @Override
    default void close() {}
}
