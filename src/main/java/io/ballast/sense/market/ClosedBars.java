package io.ballast.sense.market;

import java.time.Duration;

/** Bars of the past: read from a chain's events, or from a recorded history. Thread-safe. */
public interface ClosedBars {
    /**
     * The last bars up to a block, the last of which is the block itself.
     *
     * @param market the block and the pools' states there
     * @param timeframe greater than zero, whole seconds
     * @param bars how many are asked for, at least 1
     * @return bars that are sure; older ones that are not are left out and named
     * @throws io.ballast.sense.chain.ChainException of kind UNKNOWN_BLOCK if the block is not canonical any more, MALFORMED if
     *     what is recorded contradicts the states
     */
    PriceBars last(MarketState market, ReferencePools references, Duration timeframe, int bars);
}
