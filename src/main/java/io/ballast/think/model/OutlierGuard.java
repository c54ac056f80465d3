package io.ballast.think.model;

/**
 * Refuses inputs unlike those of the training fold.
 *
 * @param maxShare largest share, in [0, 1], of values more than {@link #LIMIT} deviations away from their mean
 */
record OutlierGuard(double maxShare) {
    /** Deviations from the mean beyond which a value counts as an outlier. */
    static final float LIMIT = 6;

    /** @throws ScoringException if a value is not finite or too many are far out */
    void check(float[][] standardised) {
        int outliers = 0;
        for (float[] row : standardised) {
            outliers += outliers(row);
        }
        int values = standardised.length * standardised[0].length;
        if (outliers > maxShare * values) {
            throw new ScoringException("input unlike the training data: " + outliers + " of " + values
                    + " values beyond " + LIMIT + " deviations");
        }
    }

    private static int outliers(float[] row) {
        int outliers = 0;
        for (int i = 0; i < row.length; i++) {
            if (!Float.isFinite(row[i])) {
                throw new ScoringException("input not finite: "
                        + FeatureRows.FEATURES.features().get(i).name());
            }
            if (Math.abs(row[i]) > LIMIT) {
                outliers++;
            }
        }
        return outliers;
    }
}
