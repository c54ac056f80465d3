package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.Arrays;

/**
 * CWMR-Var: weights are normally distributed with mean {@code μ} and diagonal variance {@code Σ}; both move as little as makes the next
 * return {@code ε} or less with confidence {@code φ} (Li, Hoi, Zhao and Gopalkrishnan 2013).
 *
 * @param confidence {@code φ}, 2 in the literature
 * @param sensitivity {@code ε}, 0.5 in the literature
 */
public record ConfidenceWeighted(double confidence, double sensitivity) implements WeightStrategy {

    /** With the parameters of the paper. */
    public static ConfidenceWeighted published() {
        return new ConfidenceWeighted(2, 0.5);
    }

    @Override
    public String name() {
        return "cwmr";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Run(table.assets());
    }

    private final class Run extends Learner {
        private final double[] variance;

        Run(int assets) {
            super(assets, 2);
            variance = new double[assets];
            Arrays.fill(variance, 1.0 / assets / assets);
        }

        @Override
        void learn(Moment now) {
            double[] x = Vectors.relatives(now, 0);
            double total = Arrays.stream(variance).sum();
            double[] spread = new double[x.length];
            Arrays.setAll(spread, i -> variance[i] * x[i]);
            double mean = Arrays.stream(spread).sum() / total;
            double of = Vectors.dot(spread, x);
            double multiplier = multiplier(Vectors.dot(weights, x), of, of - mean * mean * total);
            for (int i = 0; i < x.length; i++) {
                weights[i] -= multiplier * variance[i] * (x[i] - mean);
                variance[i] = 1 / (1 / variance[i] + 2 * multiplier * confidence * x[i] * x[i]);
            }
            Simplex.project(weights);
            double trace = Arrays.stream(variance).sum();
            for (int i = 0; i < x.length; i++) {
                variance[i] /= x.length * trace;
            }
        }
    }

    /**
     * The multiplier {@code λ ≥ 0} of the constraint: larger root of {@code (ε − M + λ·D)·(1 + 2λφV) = φV}.
     *
     * @param growth {@code M = μ·x}
     * @param variance {@code V = xᵀΣx}
     * @param centred {@code D = V − x̄·xᵀΣ1}
     */
    private double multiplier(double growth, double variance, double centred) {
        double risk = confidence * variance;
        double a = 2 * risk * centred;
        double b = centred + 2 * risk * (sensitivity - growth);
        double c = sensitivity - growth - risk;
        double discriminant = b * b - 4 * a * c;
        if (c >= 0 || !(a > 0) || discriminant < 0) {
            return 0;
        }
        return Math.max(0, (-b + Math.sqrt(discriminant)) / (2 * a));
    }
}
