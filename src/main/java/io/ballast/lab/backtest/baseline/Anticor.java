package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/**
 * Anticor: moves wealth from an asset that did better over the last window to one that did worse, in so far as the former's past window
 * correlates with the latter's present one and each is anticorrelated with itself (Borodin, El-Yaniv and Gogan 2004).
 *
 * @param window periods of each of the two windows, at least 2; 30 in the literature
 */
public record Anticor(int window) implements WeightStrategy {
    public Anticor {
        if (window < 2) {
            throw new IllegalArgumentException("no correlation over " + window + " periods");
        }
    }

    @Override
    public String name() {
        return "anticor";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Learner(table.assets(), 2 * window + 1) {
            @Override
            void learn(Moment now) {
                LogWindow present = LogWindow.of(now, 0, window);
                double[][] correlations = LogWindow.of(now, window, window).correlations(present);
                double[] held = new double[weights.length];
                for (int i = 0; i < held.length; i++) {
                    held[i] = now.held(i);
                }
                System.arraycopy(transferred(held, present, correlations), 0, weights, 0, held.length);
                Simplex.normalise(weights);
            }
        };
    }

    private static double[] transferred(double[] held, LogWindow present, double[][] correlations) {
        double[] after = held.clone();
        for (int from = 0; from < held.length; from++) {
            double[] claims = claims(from, present, correlations);
            double total = 0;
            for (double claim : claims) {
                total += claim;
            }
            for (int to = 0; total > 0 && to < held.length; to++) {
                double moved = held[from] * claims[to] / total;
                after[from] -= moved;
                after[to] += moved;
            }
        }
        for (int i = 0; i < after.length; i++) {
            after[i] = Math.max(0, after[i]);
        }
        return after;
    }

    /** What every other asset claims of one. */
    private static double[] claims(int from, LogWindow present, double[][] correlations) {
        double[] claims = new double[correlations.length];
        for (int to = 0; to < claims.length; to++) {
            double correlation = correlations[from][to];
            if (to != from && present.mean(from) >= present.mean(to) && correlation > 0) {
                claims[to] = correlation + Math.max(0, -correlations[from][from]) + Math.max(0, -correlations[to][to]);
            }
        }
        return claims;
    }
}
