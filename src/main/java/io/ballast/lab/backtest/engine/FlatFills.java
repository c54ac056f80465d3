package io.ballast.lab.backtest.engine;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.simulated.Fill;
import io.ballast.act.execution.simulated.FillModel;
import io.ballast.sense.market.Observation;

/** Fills as quoted, without gas. Used by one thread. */
record FlatFills(BarMarket market, TradeBook book) implements FillModel {
    @Override
    public Fill fill(SwapOrder order, Observation seen) {
        Fill fill = Fill.asQuoted(order, seen.market());
        book.addFlat(market.traded(), order, seen.market(), fill);
        return fill;
    }
}
