package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.Arrays;

/**
 * OLMAR-1: expects every price to return to its moving average, {@code x̃ = (1 + 1/x_t + 1/(x_t·x_{t−1}) + …)/W}, and moves as little
 * as brings the expected return up to {@code ε}: {@code b' = Π(b + λ·(x̃ − mean x̃))} (Li and Hoi 2012).
 *
 * @param expected {@code ε}, 10 in the literature
 * @param window {@code W} prices, 5 in the literature; until there are two more, as in the published runs, the last relative stands for
 *     the prediction
 * @param firstDay first period with weights of its own, 3 in the published runs
 */
public record MeanReversion(double expected, int window, int firstDay) implements WeightStrategy {

    /** With the parameters of the paper. */
    public static MeanReversion published() {
        return new MeanReversion(10, 5, 3);
    }

    @Override
    public String name() {
        return "olmar";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Learner(table.assets(), firstDay) {
            @Override
            void learn(Moment now) {
                double[] predicted = predicted(now);
                double[] away = Vectors.centred(predicted);
                double spread = Vectors.dot(away, away);
                double missing = Math.max(0, expected - Vectors.dot(weights, predicted));
                Vectors.add(weights, spread == 0 ? 0 : missing / spread, away);
                Simplex.project(weights);
            }
        };
    }

    private double[] predicted(Moment now) {
        if (now.row() <= window) {
            return Vectors.relatives(now, 0);
        }
        double[] price = new double[now.assets()];
        double[] sum = new double[now.assets()];
        Arrays.fill(price, 1);
        Arrays.fill(sum, 1);
        for (int back = 0; back < window - 1; back++) {
            for (int i = 0; i < price.length; i++) {
                price[i] /= now.relative(i, back);
                sum[i] += price[i];
            }
        }
        return Arrays.stream(sum).map(total -> total / window).toArray();
    }
}
