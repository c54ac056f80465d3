package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.dex.FairPrice;
import io.ballast.sense.dex.FlatPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.Universe;
import java.util.ArrayList;
import java.util.List;

/** Prices that nobody's trade moves. */
record FlatPricing(Universe universe, Bps cost) implements Pricing {
    @Override
    public List<PoolState> first(List<Usd> prices) {
        List<PoolState> pools = new ArrayList<>(universe.pools().size());
        for (PoolSpec pool : universe.pools()) {
            pools.add(new FlatPool(pool, fair(pool, prices), universe.cash(), cost));
        }
        return pools;
    }

    @Override
    public List<PoolState> follow(List<PoolState> pools, List<Usd> prices) {
        return first(prices);
    }

    private FairPrice fair(PoolSpec pool, List<Usd> prices) {
        return FairPrice.of(pool.token0(), price(pool.token0(), prices), pool.token1(), price(pool.token1(), prices));
    }

    private Usd price(Token token, List<Usd> prices) {
        return prices.get(universe.tokens().indexOf(token));
    }
}
