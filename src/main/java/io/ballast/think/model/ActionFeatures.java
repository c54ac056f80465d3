package io.ballast.think.model;

import io.ballast.base.units.Usd;
import io.ballast.think.action.ActionCost;
import io.ballast.think.action.Candidate;
import io.ballast.think.feature.Covariance;
import io.ballast.think.feature.Feature;
import java.util.List;

/**
 * What an action costs and what it makes of the portfolio, without a view on prices.
 *
 * @param invested value of the tokens before the action, greater than zero
 * @param cash position of the cash token among the weights
 * @param current weights before the action
 * @param target the strategy's weights
 */
record ActionFeatures(Usd invested, int cash, double[] current, double[] target, Covariance covariance) {
    static final List<Feature> FEATURES = List.of(
            new Feature("turnover", "share of invested"),
            new Feature("fee", "bps of invested"),
            new Feature("impact", "bps of invested"),
            new Feature("gas", "bps of invested"),
            new Feature("concentration", "sum of squared weights"),
            new Feature("concentration_change", "sum of squared weights"),
            new Feature("volatility", "percent per bar"),
            new Feature("volatility_change", "percent per bar"),
            new Feature("cash", "share of invested"),
            new Feature("cash_change", "share of invested"),
            new Feature("target_distance", "half the sum of absolute differences"),
            new Feature("target_distance_change", "half the sum of absolute differences"));

    private static final double PERCENT = 100;
    private static final double BPS = 10_000;

    /** One value for each of {@link #FEATURES}. */
    double[] of(Candidate candidate, double[] after) {
        ActionCost cost = candidate.cost();
        double deviation = PERCENT * covariance.deviation(after);
        double distance = distance(after);
        return new double[] {
            candidate.turnover().doubleValue(),
            bps(cost.fee()),
            bps(cost.impact()),
            bps(cost.gas()),
            concentration(after),
            concentration(after) - concentration(current),
            deviation,
            deviation - PERCENT * covariance.deviation(current),
            after[cash],
            after[cash] - current[cash],
            distance,
            distance - distance(current)
        };
    }

    private double bps(Usd cost) {
        return BPS * cost.over(invested).doubleValue();
    }

    private double distance(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.abs(weights[i] - target[i]) / 2;
        }
        return sum;
    }

    private static double concentration(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight * weight;
        }
        return sum;
    }
}
