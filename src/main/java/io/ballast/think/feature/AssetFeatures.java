package io.ballast.think.feature;

import java.util.Arrays;
import java.util.List;

/**
 * What is known of each token by itself at the close of the window's last bar. Built from the window and the prices of the same
 * block, so nothing later can enter.
 *
 * <p>Columns: log momentum over 1, 6, 24 and 48 bars; standard deviation of the last 24 one-bar log returns; log distance of the
 * close to its mean over 24 bars; log premium of the pool price over the feed price. All in percent, counted in cash.
 *
 * @param rows {@code [token][feature]}, tokens in the window's order
 */
public record AssetFeatures(double[][] rows) {
    /** The columns, in order. */
    public static final List<Feature> FEATURES = List.of(
            new Feature("momentum_1", "percent"),
            new Feature("momentum_6", "percent"),
            new Feature("momentum_24", "percent"),
            new Feature("momentum_48", "percent"),
            new Feature("volatility_24", "percent per bar"),
            new Feature("trend_24", "percent"),
            new Feature("premium", "percent"));

    /** Bars a window needs. */
    public static final int WINDOW = 49;

    private static final int[] SPANS = {1, 6, 24, 48};
    private static final int LOOKBACK = 24;
    private static final double PERCENT = 100;

    /**
     * @param feedPrices of the window's tokens in cash at the last bar, from a source other than the pools
     * @throws IllegalArgumentException if the window has fewer than {@link #WINDOW} bars
     */
    public static AssetFeatures of(PriceWindow window, double[] feedPrices) {
        if (window.bars() < WINDOW) {
            throw new IllegalArgumentException("features need " + WINDOW + " bars, had " + window.bars());
        }
        double[][] rows = new double[window.tokens().size()][];
        for (int token = 0; token < rows.length; token++) {
            rows[token] = row(window, token, feedPrices[token]);
        }
        return new AssetFeatures(rows);
    }

    /** {@code Σ weights_i · f_i} for every feature. */
    public double[] weighted(double[] weights) {
        double[] sums = new double[FEATURES.size()];
        for (int token = 0; token < rows.length; token++) {
            for (int feature = 0; feature < sums.length; feature++) {
                sums[feature] += weights[token] * rows[token][feature];
            }
        }
        return sums;
    }

    private static double[] row(PriceWindow window, int token, double feedPrice) {
        double last = window.close(token, 0);
        double[] row = new double[FEATURES.size()];
        for (int i = 0; i < SPANS.length; i++) {
            row[i] = PERCENT * StrictMath.log(last / window.close(token, SPANS[i]));
        }
        row[4] = PERCENT * Returns.deviation(Returns.log(window, token, LOOKBACK));
        row[5] = PERCENT * StrictMath.log(last / mean(window, token));
        row[6] = PERCENT * StrictMath.log(last / feedPrice);
        return row;
    }

    private static double mean(PriceWindow window, int token) {
        double[] closes = new double[LOOKBACK];
        Arrays.setAll(closes, back -> window.close(token, back));
        return Returns.mean(closes);
    }
}
