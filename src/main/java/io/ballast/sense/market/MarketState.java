package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import java.util.List;

/**
 * The market at one block; every part was read at that block's hash.
 *
 * @param pools in ascending order of id
 * @param prices one for every token of the universe, in the order of its tokens
 */
public record MarketState(
        Universe universe,
        BlockHeader header,
        List<PoolState> pools,
        List<FeedPrice> prices,
        ChainConditions conditions) {
    public MarketState {
        pools = List.copyOf(pools);
        prices = List.copyOf(prices);
    }

    /**
     * On a chain without data fee and sequencer.
     *
     * @throws IllegalArgumentException if the universe's chain has one of them
     */
    public MarketState(Universe universe, BlockHeader header, List<PoolState> pools, List<FeedPrice> prices) {
        this(universe, header, pools, prices, ChainConditions.plain(universe.chain()));
    }

    public BlockRef block() {
        return header.ref();
    }

    /** Feed price of one whole token. */
    public Usd price(Token token) {
        return feed(token).price();
    }

    public FeedPrice feed(Token token) {
        return prices.stream()
                .filter(p -> p.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no price of " + token));
    }

    public PoolState pool(PoolId id) {
        return pools.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pool " + id));
    }

    /** This market with some pools replaced by later states: what a trade of ours leaves behind. */
    public MarketState with(List<PoolState> replaced) {
        List<PoolState> merged = pools.stream()
                .map(p -> replaced.stream()
                        .filter(r -> r.id().equals(p.id()))
                        .findFirst()
                        .orElse(p))
                .toList();
        return new MarketState(universe, header, merged, prices, conditions);
    }
}
