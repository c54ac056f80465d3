package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.ReturnSeries;
import io.ballast.lab.backtest.RunRecord;

/**
 * What a strategy would have made if each of its trades had cost the same once more: the decisions stay, so it is not what it would have
 * decided at that cost. Where the price came its way until an order was filled, that gain counts once.
 */
record DoubledCost(RunRecord run, Sampling sampling) {

    ReturnSeries returns(Policy strategy) {
        double[] paid = new double[run.rows()];
        run.trades().forEach(trade -> paid[trade.row()] += trade.cost().charged());
        double[] sums = sampling.sums(paid);
        double[] before = sampling.values(strategy.curve());
        double[] returns = strategy.returns().toArray();
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.max(-1, returns[i] - (before[i] > 0 ? sums[i] / before[i] : 0));
        }
        return ReturnSeries.of(returns);
    }
}
