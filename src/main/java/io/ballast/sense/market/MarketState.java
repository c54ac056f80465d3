package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The market at one block; every part was read at that block's hash.
 *
 * @param pools that may be traded, in ascending order of id
 * @param frozen pools that must not be traded, as they were read; for prices and display only
 * @param prices one for every token of the universe, in the order of its tokens
 * @param conditions of the chain: data fee and sequencer
 */
public record MarketState(
        Universe universe,
        BlockHeader header,
        List<PoolState> pools,
        List<PoolState> frozen,
        List<FeedPrice> prices,
        ChainConditions conditions) {
    public MarketState {
        pools = List.copyOf(pools);
        frozen = List.copyOf(frozen);
        prices = List.copyOf(prices);
    }

    /**
     * With no pool frozen, on a chain without data fee and sequencer.
     *
     * @throws IllegalArgumentException if the universe's chain has one of them
     */
    public MarketState(Universe universe, BlockHeader header, List<PoolState> pools, List<FeedPrice> prices) {
        this(universe, header, pools, List.of(), prices, ChainConditions.plain(universe.chain()));
    }

    public BlockRef block() {
        return header.ref();
    }

    /** Feed price of one whole token. */
    public Usd price(Token token) {
        return feed(token).price();
    }

    public FeedPrice feed(Token token) {
        for (FeedPrice feed : prices) {
            if (feed.token().equals(token)) {
                return feed;
            }
        }
        throw new IllegalArgumentException("no price of " + token);
    }

    /** One pool, frozen or not. */
    public PoolState pool(PoolId id) {
        return find(pools, id)
                .or(() -> find(frozen, id))
                .orElseThrow(() -> new IllegalArgumentException("no pool " + id));
    }

    private static Optional<PoolState> find(List<PoolState> pools, PoolId id) {
        for (PoolState pool : pools) {
            if (pool.id().equals(id)) {
                return Optional.of(pool);
            }
        }
        return Optional.empty();
    }

    /** This market with some pools replaced by later states: what a trade of ours leaves behind. */
    public MarketState with(List<PoolState> replaced) {
        List<PoolState> merged = new ArrayList<>(pools.size());
        boolean same = true;
        for (PoolState pool : pools) {
            Optional<PoolState> later = find(replaced, pool.id());
            same &= later.isEmpty() || later.get().equals(pool);
            merged.add(later.orElse(pool));
        }
        return same ? this : new MarketState(universe, header, merged, frozen, prices, conditions);
    }
}
