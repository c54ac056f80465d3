package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * Back to the weights as soon as one of them is farther off than a threshold.
 *
 * @param distance of a weight, such as 0.05
 */
public record Threshold(Mix mix, double distance) implements WeightStrategy {
    public Threshold {
        if (!(distance >= 0)) {
            throw new IllegalArgumentException("a threshold is not negative, was " + distance);
        }
    }

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return (now, target) -> {
            mix.into(target);
            return now.row() == 0 || isFar(now);
        };
    }

    private boolean isFar(Moment now) {
        for (int asset = 0; asset < now.assets(); asset++) {
            if (Math.abs(now.held(asset) - mix.weight(asset)) > distance) {
                return true;
            }
        }
        return false;
    }
}
