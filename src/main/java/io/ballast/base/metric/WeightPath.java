package io.ballast.base.metric;

import java.util.Arrays;

/**
 * A portfolio that is brought to given weights at each of a row of prices, by the definition: the weights drift with the prices,
 * cash is what they leave of 1, {@code Σ│target − drifted│} of the equity is traded, and its cost is paid from the equity.
 *
 * @param equity after each row, of 1 at the start
 * @param fees paid in all, in units of the equity at the start
 * @param turnover traded shares of equity, purchases and sales, summed over the rows
 * @param exposure share that is invested after each row
 */
public record WeightPath(double[] equity, double fees, double turnover, double[] exposure) {

    /**
     * From cash.
     *
     * @param prices a row for each rebalancing, positive
     * @param targets same shape: weights, each row summing to at most 1
     * @param fee share of what is traded
     */
    public static WeightPath of(double[][] prices, double[][] targets, double fee) {
        double[] weights = new double[prices[0].length];
        double[] equity = new double[prices.length];
        double[] exposure = new double[prices.length];
        double wealth = 1;
        double fees = 0;
        double turnover = 0;
        for (int row = 0; row < prices.length; row++) {
            if (row > 0) {
                wealth *= drift(weights, prices[row - 1], prices[row]);
            }
            double traded = distance(targets[row], weights);
            turnover += traded;
            fees += traded * fee * wealth;
            wealth -= traded * fee * wealth;
            weights = targets[row].clone();
            equity[row] = wealth;
            exposure[row] = Arrays.stream(weights).sum();
        }
        return new WeightPath(equity, fees, turnover, exposure);
    }

    /** {@code Σ│target − drifted│}: what is bought and what is sold; half of it is the one-sided turnover. */
    public static double distance(double[] target, double[] drifted) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            sum += Math.abs(target[i] - drifted[i]);
        }
        return sum;
    }

    /** Moves the weights with the prices; answers what the portfolio is multiplied by. */
    private static double drift(double[] weights, double[] before, double[] after) {
        double growth = 1;
        for (int i = 0; i < weights.length; i++) {
            growth += weights[i] * (after[i] / before[i] - 1);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= after[i] / before[i] / growth;
        }
        return growth;
    }

    public double oneSidedPerRow() {
        return turnover / 2 / equity.length;
    }

    public double meanExposure() {
        return Arrays.stream(exposure).average().orElse(0);
    }

    /** Share of rows after which anything is invested. */
    public double timeInMarket() {
        return (double) Arrays.stream(exposure).filter(share -> share > 0).count() / exposure.length;
    }
}
