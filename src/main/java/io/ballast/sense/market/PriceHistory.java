package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Recovers bars of the past from the events of the reference pools, so that an agent can act on features from its first
 * cycle. Immutable and thread-safe.
 */
public final class PriceHistory implements ClosedBars {
    private final ChainReader chain;

    public PriceHistory(ChainReader chain) {
        this.chain = chain;
    }

    /**
     * The last {@code bars} bars up to a block. A bar closes at the block's time less a multiple of {@code timeframe}, with
     * the prices after the last block at or before that time; the last bar is the block itself.
     *
     * @param market the block and the pools' states there
     * @param timeframe greater than zero, whole seconds
     * @return bars that are sure; older ones that are not are left out and named
     * @throws ChainException of kind UNKNOWN_BLOCK if the block is not canonical any more, MALFORMED if events and states
     *     contradict each other
     */
    @Override
    public PriceBars last(MarketState market, ReferencePools references, Duration timeframe, int bars) {
        if (timeframe.toSeconds() <= 0 || timeframe.toNanosPart() != 0 || bars < 1) {
            throw new IllegalArgumentException(
                    "needs a timeframe of whole seconds and bars, were " + timeframe + " and " + bars);
        }
        Instant now = market.block().timestamp();
        List<Instant> times = LongStream.range(0, bars)
                .mapToObj(i -> now.minus(timeframe.multipliedBy(bars - 1 - i)))
                .toList();
        List<Optional<Long>> blocks = new BlockFinder(chain, market.block()).atOrBefore(times);
        int young = (int) blocks.stream().filter(Optional::isEmpty).count();
        List<Long> closing = blocks.stream().flatMap(Optional::stream).toList();
        List<Map<PoolId, BigDecimal>> prices = new PoolPriceLog(chain, market, references.pools()).at(closing);
        requireCanonical(market.block());
        return bars(market, references, times, young, prices);
    }

    /** Events are asked for by number: without this a reorganisation in between would go unseen. */
    private void requireCanonical(BlockRef block) {
        if (!chain.headers(List.of(block.number())).get(0).ref().hash().equals(block.hash())) {
            throw new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "block " + block + " was reorganised away");
        }
    }

    private static PriceBars bars(
            MarketState market,
            ReferencePools references,
            List<Instant> times,
            int young,
            List<Map<PoolId, BigDecimal>> prices) {
        int pools = references.pools().size();
        int unknown = 0;
        List<double[]> closes = new ArrayList<>();
        for (Map<PoolId, BigDecimal> bar : prices.subList(0, prices.size() - 1)) {
            if (bar.size() < pools) {
                unknown += closes.size() + 1;
                closes.clear();
            } else {
                closes.add(references.closes(
                        id -> Objects.requireNonNull(bar.get(id)).doubleValue()));
            }
        }
        closes.add(references.closes(market));
        return new PriceBars(
                times.subList(young + unknown, times.size()), closes, missing(times.size(), young, unknown));
    }

    private static Optional<String> missing(int asked, int young, int unknown) {
        if (young + unknown == 0) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        if (young > 0) {
            reasons.add(young + " before the chain's first block");
        }
        if (unknown > 0) {
            reasons.add(unknown + " before the first known price of a reference pool");
        }
        return Optional.of((young + unknown) + " of " + asked + " bars: " + String.join(", ", reasons));
    }
}
