package io.ballast.lab.backtest.replay;

import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything of a block as another source tells it, but the pools as a replay has them: moved by recorded events, and by orders of
 * ours. Goes forward only. Used by one thread.
 */
public final class ReplayMarket implements MarketSource {
    private final MarketSource rest;
    private final PoolReplay replay;

    /** @param rest prices, account and evidence, and the pools that have no events */
    public ReplayMarket(MarketSource rest, PoolReplay replay) {
        this.rest = rest;
        this.replay = replay;
    }

    @Override
    public Observation observe() {
        return replayed(rest.observe());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        return replayed(rest.observeAt(header));
    }

    private Observation replayed(Observation told) {
        MarketState market = told.market();
        long number = market.block().number();
        replay.advanceTo(number);
        if (replay.head().filter(head -> head.ref().number() > number).isPresent()) {
            throw new ChainException(
                    ChainException.Kind.UNKNOWN_BLOCK, "the replay is beyond block " + market.block() + " already");
        }
        Map<PoolId, PoolState> states =
                replay.states().stream().collect(Collectors.toMap(PoolState::id, Function.identity()));
        return new Observation(
                new MarketState(
                        market.universe(),
                        market.header(),
                        pools(market.pools(), states),
                        pools(market.frozen(), states),
                        market.prices(),
                        market.conditions()),
                told.account(),
                told.evidence());
    }

    private static List<PoolState> pools(List<PoolState> told, Map<PoolId, PoolState> states) {
        return told.stream()
                .map(pool -> states.getOrDefault(pool.id(), pool))
                .toList();
    }
}
