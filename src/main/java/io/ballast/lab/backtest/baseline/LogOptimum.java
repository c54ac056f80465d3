package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.PriceTable;
import java.util.Arrays;

/**
 * Maximises the mean of {@code ln(b·x)} over weights {@code b} by Newton's method with a logarithmic barrier (Boyd and Vandenberghe
 * 2004, 11.3), in rounds with a smaller and smaller weight of the barrier.
 */
final class LogOptimum {
    private static final double FIRST_BARRIER = 1e-2;
    private static final double LAST_BARRIER = 1e-14;
    private static final double SHRINK = 0.03;
    private static final int STEPS = 50;
    private static final double DONE = 1e-18;
    private static final double KEPT = 0.99;

    private final double[][] relatives;
    private final int assets;

    LogOptimum(PriceTable table) {
        assets = table.assets();
        relatives = new double[table.rows() - 1][assets];
        for (int row = 1; row < table.rows(); row++) {
            for (int asset = 0; asset < assets; asset++) {
                relatives[row - 1][asset] = table.relative(asset, row);
            }
        }
    }

    double[] weights() {
        double[] weights = Simplex.uniform(assets);
        if (relatives.length == 0 || assets == 1) {
            return weights;
        }
        for (double barrier = FIRST_BARRIER; barrier >= LAST_BARRIER; barrier *= SHRINK) {
            for (int i = 0; i < STEPS && step(weights, barrier) > DONE; i++) {
                Simplex.normalise(weights);
            }
        }
        return weights;
    }

    /** One step of Newton's method inside the simplex; answers how much it still gained, to second order. */
    private double step(double[] weights, double barrier) {
        double[] slope = new double[assets];
        double[][] curvature = new double[assets][assets];
        for (double[] x : relatives) {
            double growth = Vectors.dot(weights, x);
            for (int i = 0; i < assets; i++) {
                double share = x[i] / growth;
                slope[i] += share / relatives.length;
                for (int k = 0; k <= i; k++) {
                    curvature[i][k] += share * x[k] / growth / relatives.length;
                }
            }
        }
        for (int i = 0; i < assets; i++) {
            slope[i] += barrier / weights[i];
            curvature[i][i] += barrier / (weights[i] * weights[i]);
        }
        double[] direction = direction(slope, curvature);
        Vectors.add(weights, length(weights, direction), direction);
        return Vectors.dot(slope, direction);
    }

    /** Along which the sum of the weights stays. */
    private static double[] direction(double[] slope, double[][] curvature) {
        Cholesky factors = Cholesky.of(curvature);
        double[] ones = new double[slope.length];
        Arrays.fill(ones, 1);
        double[] free = factors.solve(slope);
        double[] flat = factors.solve(ones);
        double price = Arrays.stream(free).sum() / Arrays.stream(flat).sum();
        Vectors.add(free, -price, flat);
        return free;
    }

    /** The whole step, or most of the way to the first weight that would vanish. */
    private static double length(double[] weights, double[] direction) {
        double length = 1;
        for (int i = 0; i < weights.length; i++) {
            if (direction[i] < 0) {
                length = Math.min(length, -KEPT * weights[i] / direction[i]);
            }
        }
        return length;
    }
}
