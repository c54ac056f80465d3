package io.ballast.sense.market;

import io.ballast.sense.chain.BlockHeader;

/**
 * Market and account at one block, for a decision: read at once, or followed from block to block. Every method throws {@link
 * io.ballast.sense.chain.ChainException} when a part is missing or malformed. Thread-safe.
 */
public interface MarketSource {
    /** The newest block. */
    Observation observe();

    /**
     * One block; every part is that of its hash.
     *
     * @throws io.ballast.sense.chain.ChainException of kind UNKNOWN_BLOCK if the block is not canonical any more
     */
    Observation observeAt(BlockHeader header);
}
