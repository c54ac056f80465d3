package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * EG: {@code b' ∝ b·exp(η·x/(b·x))} (Helmbold, Schapire, Singer and Warmuth 1998).
 *
 * @param rate {@code η}, 0.05 in the literature
 */
public record ExponentialGradient(double rate) implements WeightStrategy {
    @Override
    public String name() {
        return "eg";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Learner(table.assets(), 2) {
            @Override
            void learn(Moment now) {
                double[] x = Vectors.relatives(now, 0);
                double growth = Vectors.dot(weights, x);
                for (int i = 0; i < x.length; i++) {
                    weights[i] *= StrictMath.exp(rate * x[i] / growth);
                }
                Simplex.normalise(weights);
            }
        };
    }
}
