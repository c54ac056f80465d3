package io.ballast.lab.backtest.engine;

import io.ballast.sense.market.ClosedBars;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.PriceBars;
import io.ballast.sense.market.ReferencePools;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bars of the past out of the table: feed prices in cash, up to the row that the market is at and never beyond it. */
record BarHistory(BarTable table, BarMarket market) implements ClosedBars {
    @Override
    public PriceBars last(MarketState state, ReferencePools references, Duration timeframe, int bars) {
        int cash = table.tokens().indexOf(state.universe().cash());
        int from = Math.max(0, market.row() + 1 - bars);
        List<Instant> times = new ArrayList<>();
        List<double[]> closes = new ArrayList<>();
        for (int row = from; row < market.row(); row++) {
            double[] prices = new double[table.tokens().size()];
            for (int token = 0; token < prices.length; token++) {
                prices[token] = table.closes()[token][row] / table.closes()[cash][row];
            }
            times.add(table.close(row));
            closes.add(prices);
        }
        times.add(state.block().timestamp());
        closes.add(references.closes(state));
        int missing = bars - times.size();
        return new PriceBars(
                times,
                closes,
                missing == 0 ? Optional.empty() : Optional.of("history begins " + missing + " bars later"));
    }
}
