package io.ballast.lab.training;

import java.util.Arrays;

/**
 * Split-conformal correction of one quantile: the shift after which the wanted share of a held-out fold lies at or below it.
 *
 * @param level wanted share, in (0, 1)
 */
record Conformal(double level) {
    /** Coverage this close to the wanted share is left alone. */
    private static final double TOLERANCE = 0.02;

    /**
     * @param errors outcome less predicted quantile, at least one
     * @return shift in the same unit; 0 if the coverage is near enough
     */
    double shift(double[] errors) {
        double covered = Arrays.stream(errors).filter(error -> error <= 0).count() / (double) errors.length;
        if (Math.abs(covered - level) <= TOLERANCE) {
            return 0;
        }
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(level * (sorted.length + 1)) - 1;
        return sorted[Math.clamp(rank, 0, sorted.length - 1)];
    }
}
