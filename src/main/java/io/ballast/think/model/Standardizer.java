package io.ballast.think.model;

import java.util.List;

/**
 * Brings every column to mean 0 and deviation 1 over the training fold.
 *
 * @param means one for each column, finite
 * @param deviations one for each column, finite and greater than zero
 */
public record Standardizer(float[] means, float[] deviations) {
    /** Below this a column counts as constant; it is then only centred, or the least change later would look enormous. */
    private static final double CONSTANT = 1e-6;

    public Standardizer {
        if (means.length != deviations.length) {
            throw new IllegalArgumentException(means.length + " means, " + deviations.length + " deviations");
        }
        for (int i = 0; i < means.length; i++) {
            if (!Float.isFinite(means[i]) || !Float.isFinite(deviations[i]) || deviations[i] <= 0) {
                throw new IllegalArgumentException("column " + i + " has " + means[i] + " ± " + deviations[i]);
            }
        }
    }

    /** Population mean and deviation of all rows, summed in double. */
    public static Standardizer fit(List<float[][]> decisions) {
        int columns = decisions.get(0)[0].length;
        long rows = decisions.stream().mapToLong(rowsOfOne -> rowsOfOne.length).sum();
        double[] sums = new double[columns];
        decisions.forEach(rowsOfOne -> accumulate(rowsOfOne, new double[columns], 1, sums));
        double[] means = new double[columns];
        for (int i = 0; i < columns; i++) {
            means[i] = sums[i] / rows;
        }
        double[] squares = new double[columns];
        decisions.forEach(rowsOfOne -> accumulate(rowsOfOne, means, 2, squares));
        float[] deviations = new float[columns];
        for (int i = 0; i < columns; i++) {
            double deviation = Math.sqrt(squares[i] / rows);
            deviations[i] = deviation < CONSTANT ? 1 : (float) deviation;
        }
        return new Standardizer(floats(means), deviations);
    }

    /** Standardised copies of the rows; not a number stays not a number. */
    public float[][] apply(float[][] rows) {
        float[][] result = new float[rows.length][means.length];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != means.length) {
                throw new IllegalArgumentException("row of " + rows[row].length + " columns, not " + means.length);
            }
            for (int i = 0; i < means.length; i++) {
                result[row][i] = (rows[row][i] - means[i]) / deviations[i];
            }
        }
        return result;
    }

    private static void accumulate(float[][] rows, double[] means, int power, double[] sums) {
        for (float[] row : rows) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.pow(row[i] - means[i], power);
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
