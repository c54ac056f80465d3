package io.ballast.lab.backtest.columns;

import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.List;

/**
 * As the agent's {@code band} with full moves: back to the same weights at every row.
 *
 * @param own weights of the assets, not negative, summing to at most 1
 * @param every rows from one trade to the next; the number of all rows to buy once and hold
 * @param first row that may be traded on
 */
record SteadyMix(String name, List<Double> own, int every, int first) implements WeightStrategy {
    SteadyMix {
        own = List.copyOf(own);
    }

    @Override
    public WeightRule start(PriceTable table) {
        double[] weights = own.stream().mapToDouble(weight -> weight).toArray();
        return (now, target) -> {
            System.arraycopy(weights, 0, target, 0, target.length);
            int row = now.row() - first;
            return row >= 0 && row % every == 0;
        };
    }
}
