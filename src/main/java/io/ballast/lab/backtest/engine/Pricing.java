package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Usd;
import io.ballast.sense.dex.PoolState;
import java.util.List;

/** How pools follow prices that are made elsewhere. */
interface Pricing {
    /**
     * The pools at the first prices.
     *
     * @param prices of one whole token each, in the order of the universe
     */
    List<PoolState> first(List<Usd> prices);

    /** The pools at later prices. */
    List<PoolState> follow(List<PoolState> pools, List<Usd> prices);
}
