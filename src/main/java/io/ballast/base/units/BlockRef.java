package io.ballast.base.units;

import java.time.Instant;

/**
 * One block, known by its hash; the number alone does not identify it.
 *
 * @param number height, 0 is genesis
 * @param timestamp of the block, in whole seconds
 */
public record BlockRef(long number, Hash32 hash, Hash32 parent, Instant timestamp) {
    public BlockRef {
        if (number < 0) {
            throw new IllegalArgumentException("block number must not be negative, was " + number);
        }
    }

    @Override
    public String toString() {
        return number + "/" + hash.brief();
    }
}
