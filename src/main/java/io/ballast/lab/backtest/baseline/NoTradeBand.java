package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import io.ballast.think.portfolio.Band;
import java.util.ArrayList;
import java.util.List;

/**
 * Trades only what brings every weight back to the edge of its band: with a proportional cost it never pays to go farther (Davis and
 * Norman 1990). All weights move along the straight line to the target, so that their sum stays.
 *
 * @param halfWidths of the band around each weight, positive
 */
public record NoTradeBand(Mix mix, List<Double> halfWidths) implements WeightStrategy {
    public NoTradeBand {
        halfWidths = List.copyOf(halfWidths);
        if (halfWidths.size() != mix.weights().size() || halfWidths.stream().anyMatch(width -> !(width > 0))) {
            throw new IllegalArgumentException("a band needs a positive half-width for each weight: " + halfWidths);
        }
    }

    /**
     * With the bands that are optimal for a proportional cost.
     *
     * @param cost share of what is traded
     */
    public static NoTradeBand forCost(Mix mix, double cost) {
        List<Double> widths = new ArrayList<>();
        mix.weights().forEach(weight -> widths.add(Band.optimalHalfWidth(weight, cost)));
        return new NoTradeBand(mix, widths);
    }

    @Override
    public String name() {
        return "band";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return this::decide;
    }

    private boolean decide(Moment now, double[] target) {
        if (now.row() == 0) {
            mix.into(target);
            return true;
        }
        double kept = 1;
        for (int asset = 0; asset < target.length; asset++) {
            double off = Math.abs(now.held(asset) - mix.weight(asset));
            kept = Math.min(kept, off > halfWidths.get(asset) ? halfWidths.get(asset) / off : 1);
        }
        if (kept == 1) {
            return false;
        }
        for (int asset = 0; asset < target.length; asset++) {
            target[asset] = mix.weight(asset) + kept * (now.held(asset) - mix.weight(asset));
        }
        return true;
    }
}
