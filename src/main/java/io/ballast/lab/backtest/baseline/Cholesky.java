package io.ballast.lab.backtest.baseline;

/** {@code A = L·Lᵀ} of a symmetric positive definite matrix, for solving {@code A·x = b}. */
final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** @throws ArithmeticException if the matrix is not positive definite */
    static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= lower[row][k] * lower[column][k];
                }
                lower[row][column] = row == column ? root(rest) : rest / lower[column][column];
            }
        }
        return new Cholesky(lower);
    }

    private static double root(double pivot) {
        if (!(pivot > 0)) {
            throw new ArithmeticException("matrix is not positive definite");
        }
        return Math.sqrt(pivot);
    }

    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
