package io.ballast.lab.backtest.columns;

import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.List;

/**
 * As the agent's {@code band} with full moves: back to the same weights at every row.
 *
 * @param own weights of the assets, not negative, summing to at most 1
 * @param first row that may be traded on
 */
record SteadyMix(List<Double> own, int first) implements WeightStrategy {
    SteadyMix {
        own = List.copyOf(own);
    }

    @Override
    public String name() {
        return "band";
    }

    @Override
    public WeightRule start(PriceTable table) {
        double[] weights = own.stream().mapToDouble(weight -> weight).toArray();
        return (now, target) -> {
            System.arraycopy(weights, 0, target, 0, target.length);
            return now.row() >= first;
        };
    }
}
