package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * ONS: with {@code ∇ = x/(b·x)}, {@code A = I + Σ∇∇ᵀ} and {@code g = (1 + 1/β)·Σ∇}, holds {@code (1 − η)·Π_A(δ·A⁻¹·g) + η/N},
 * where {@code Π_A} is the nearest point of the simplex in the norm of {@code A} (Agarwal, Hazan, Kale and Schapire 2006).
 *
 * @param mixing {@code η} in [0, 1], 0 in the literature
 * @param beta {@code β}, 1 in the literature
 * @param delta {@code δ}, 1/8 in the literature
 */
public record OnlineNewtonStep(double mixing, double beta, double delta) implements WeightStrategy {

    /** With the parameters of the paper. */
    public static OnlineNewtonStep published() {
        return new OnlineNewtonStep(0, 1, 0.125);
    }

    @Override
    public String name() {
        return "ons";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Run(table.assets());
    }

    private final class Run extends Learner {
        private final double[][] curvature;
        private final double[] slope;
        private double[] nearest;

        Run(int assets) {
            super(assets, 2);
            slope = new double[assets];
            nearest = Simplex.uniform(assets);
            curvature = new double[assets][assets];
            for (int i = 0; i < assets; i++) {
                curvature[i][i] = 1;
            }
        }

        @Override
        void learn(Moment now) {
            double[] gradient = Vectors.relatives(now, 0);
            double growth = Vectors.dot(weights, gradient);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= growth;
            }
            for (int i = 0; i < gradient.length; i++) {
                Vectors.add(curvature[i], gradient[i], gradient);
            }
            Vectors.add(slope, delta * (1 + 1 / beta), gradient);
            nearest = new NearestMix(curvature).to(Cholesky.of(curvature).solve(slope), nearest);
            for (int i = 0; i < nearest.length; i++) {
                weights[i] = (1 - mixing) * nearest[i] + mixing / nearest.length;
            }
        }
    }
}
