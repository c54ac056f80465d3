package io.ballast.lab.backtest.baseline;

import java.util.Arrays;

/** Weights that are not negative and sum to 1. */
final class Simplex {
    private Simplex() {}

    /** The weights nearest to a point, in place: Duchi, Shalev-Shwartz, Singer and Chandra (2008). */
    static void project(double[] point) {
        double[] sorted = point.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double threshold = 0;
        for (int kept = 1; kept <= sorted.length; kept++) {
            double next = sorted[sorted.length - kept];
            double candidate = (sum + next - 1) / kept;
            if (next <= candidate) {
                break;
            }
            sum += next;
            threshold = candidate;
        }
        double total = 0;
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.max(0, point[i] - threshold);
            total += point[i];
        }
        scale(point, 1 / total);
    }

    static double[] uniform(int assets) {
        double[] weights = new double[assets];
        Arrays.fill(weights, 1.0 / assets);
        return weights;
    }

    /** In place, to a sum of 1. */
    static void normalise(double[] weights) {
        scale(weights, 1 / Arrays.stream(weights).sum());
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
