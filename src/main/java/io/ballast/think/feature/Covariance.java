package io.ballast.think.feature;

/**
 * Sample covariance of log returns per bar, divisor n − 1.
 *
 * @param matrix {@code [token][token]}, symmetric
 */
public record Covariance(double[][] matrix) {

    /**
     * Of the last {@code bars} returns of a window.
     *
     * @throws IllegalArgumentException if the window has fewer than {@code bars + 1} bars, or {@code bars} is below 2
     */
    public static Covariance of(PriceWindow window, int bars) {
        if (bars < 2 || window.bars() <= bars) {
            throw new IllegalArgumentException(bars + " returns of a window of " + window.bars() + " bars");
        }
        int tokens = window.tokens().size();
        double[][] centred = new double[tokens][];
        for (int token = 0; token < tokens; token++) {
            centred[token] = centred(Returns.log(window, token, bars));
        }
        double[][] matrix = new double[tokens][tokens];
        for (int i = 0; i < tokens; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = matrix[j][i] = dot(centred[i], centred[j]) / (bars - 1);
            }
        }
        return new Covariance(matrix);
    }

    /** Standard deviation per bar of a portfolio with these weights: {@code sqrt(w'Σw)}. */
    public double deviation(double[] weights) {
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] * dot(matrix[i], weights);
        }
        return Math.sqrt(Math.max(variance, 0));
    }

    private static double[] centred(double[] values) {
        double mean = Returns.mean(values);
        double[] centred = values.clone();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
        }
        return centred;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
