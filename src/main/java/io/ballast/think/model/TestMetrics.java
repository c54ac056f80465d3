package io.ballast.think.model;

import java.util.List;

/**
 * How the ensemble did on decisions after those it was trained on. Advantages are in basis points of invested value per decision, net of
 * every cost, with the lower bound deciding as in the role {@code rank}.
 *
 * @param decisions in the test fold
 * @param overHold mean advantage over always holding
 * @param overHoldInterval its 95 % block-bootstrap interval
 * @param overBand mean advantage over the cost-derived no-trade band
 * @param overBandInterval its 95 % block-bootstrap interval
 * @param overHoldAtDoubleCost as {@code overHold}, every cost paid twice
 * @param tradeShare decisions in which it traded, in [0, 1]
 * @param hitRate of those, the share that beat HOLD, in [0, 1]
 * @param coverage share of outcomes at or below the 10 %, 50 % and 90 % quantile
 * @param seedsOverHold advantage of each member alone
 */
public record TestMetrics(
        int decisions,
        double overHold,
        Interval overHoldInterval,
        double overBand,
        Interval overBandInterval,
        double overHoldAtDoubleCost,
        double tradeShare,
        double hitRate,
        double[] coverage,
        List<Double> seedsOverHold) {

    public TestMetrics {
        seedsOverHold = List.copyOf(seedsOverHold);
    }

    /** Bounds, low to high. */
    public record Interval(double low, double high) {}
}
