package io.ballast.lab.backtest.baseline;

import java.util.Arrays;
import java.util.List;

/** Fixed weights, not negative, summing to at most 1; the rest is cash. */
public record Mix(List<Double> weights) {
    private static final double SLACK = 1e-9;

    public Mix {
        weights = List.copyOf(weights);
        double sum = weights.stream().mapToDouble(w -> w).sum();
        if (weights.stream().anyMatch(w -> !(w >= 0)) || sum > 1 + SLACK) {
            throw new IllegalArgumentException("weights must not be negative nor sum to more than 1: " + weights);
        }
    }

    public static Mix of(double... weights) {
        return new Mix(Arrays.stream(weights).boxed().toList());
    }

    /** {@code 1/N} in each. */
    public static Mix equal(int assets) {
        double[] weights = new double[assets];
        Arrays.fill(weights, 1.0 / assets);
        return of(weights);
    }

    /** In proportion to sizes, such as capitalisations: not negative, not all zero. */
    public static Mix proportional(double... sizes) {
        double sum = Arrays.stream(sizes).sum();
        return of(Arrays.stream(sizes).map(size -> size / sum).toArray());
    }

    double weight(int asset) {
        return weights.get(asset);
    }

    double[] toArray() {
        return weights.stream().mapToDouble(weight -> weight).toArray();
    }

    void into(double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = weights.get(i);
        }
    }
}
