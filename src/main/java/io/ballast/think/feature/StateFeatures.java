package io.ballast.think.feature;

import java.util.Arrays;
import java.util.List;

/**
 * What all candidates of a decision share.
 *
 * <p>Values: mean volatility of the tokens other than cash over 24 bars (percent per bar); log of that volatility over 6 bars to 48;
 * mean momentum over 6 and 48 bars (percent); standard deviation across tokens of momentum over 24 bars (percent); log base fee
 * (ln gwei; the standardiser turns it into a z-score against the training fold); fall of the current weights' value below its
 * highest in the window (percent).
 *
 * @param values one for each of {@link #FEATURES}
 */
public record StateFeatures(double[] values) {
    /** The values, in order. */
    public static final List<Feature> FEATURES = List.of(
            new Feature("market_volatility_24", "percent per bar"),
            new Feature("volatility_ratio", "ln"),
            new Feature("market_momentum_6", "percent"),
            new Feature("market_momentum_48", "percent"),
            new Feature("dispersion_24", "percent"),
            new Feature("base_fee", "ln gwei"),
            new Feature("drawdown", "percent"));

    private static final int SHORT = 6;
    private static final int LONG = 48;
    private static final double PERCENT = 100;
    /** Keeps the ratio of two volatilities finite when nothing moves; in percent per bar. */
    private static final double QUIET = 1e-4;
    /** Keeps the logarithm finite on chains that have no base fee; in gwei. */
    private static final double SMALLEST_FEE = 1e-9;

    /**
     * @param cash column of the cash token, left out of the market's means
     * @param weights current, in [0, 1]
     * @param baseFee in gwei, not negative
     */
    public static StateFeatures of(
            PriceWindow window, AssetFeatures assets, int cash, double[] weights, double baseFee) {
        double[] momentum = column(assets, cash, 2);
        double shortVolatility = volatility(window, cash, SHORT) + QUIET;
        double longVolatility = volatility(window, cash, LONG) + QUIET;
        return new StateFeatures(new double[] {
            Returns.mean(column(assets, cash, 4)),
            StrictMath.log(shortVolatility / longVolatility),
            Returns.mean(column(assets, cash, 1)),
            Returns.mean(column(assets, cash, 3)),
            Returns.deviation(momentum),
            StrictMath.log(baseFee + SMALLEST_FEE),
            drawdown(window, weights)
        });
    }

    private static double[] column(AssetFeatures assets, int cash, int feature) {
        double[][] rows = assets.rows();
        double[] column = new double[rows.length - 1];
        for (int token = 0, out = 0; token < rows.length; token++) {
            if (token != cash) {
                column[out++] = rows[token][feature];
            }
        }
        return column;
    }

    private static double volatility(PriceWindow window, int cash, int bars) {
        double sum = 0;
        int tokens = window.tokens().size();
        for (int token = 0; token < tokens; token++) {
            sum += token == cash ? 0 : Returns.deviation(Returns.log(window, token, bars));
        }
        return PERCENT * sum / (tokens - 1);
    }

    private static double drawdown(PriceWindow window, double[] weights) {
        double[] values = new double[LONG + 1];
        Arrays.setAll(values, back -> value(window, weights, back));
        double peak = Arrays.stream(values).max().orElseThrow();
        return PERCENT * StrictMath.log(peak / values[0]);
    }

    /** Value, relative to the last bar, of what has these weights at the last bar. */
    private static double value(PriceWindow window, double[] weights, int back) {
        double value = 0;
        for (int token = 0; token < weights.length; token++) {
            value += weights[token] * window.close(token, back) / window.close(token, 0);
        }
        return value;
    }
}
