package io.ballast.think.model;

/**
 * How the members' outputs become scores.
 *
 * @param kappa deviations of the ensemble that the lower bound of an advantage lies below its mean, not negative
 * @param maxOutlierShare see {@link OutlierGuard}, in [0, 1]
 * @param q10Shift added to the 10 % quantile, in basis points: its split-conformal correction from the validation fold
 * @param q90Shift added to the 90 % quantile, in basis points
 */
public record ScoringRules(double kappa, double maxOutlierShare, double q10Shift, double q90Shift) {

    public ScoringRules {
        if (!(kappa >= 0)
                || !(maxOutlierShare >= 0 && maxOutlierShare <= 1)
                || !Double.isFinite(kappa + q10Shift + q90Shift)) {
            throw new IllegalArgumentException(
                    "kappa " + kappa + ", outliers " + maxOutlierShare + ", shifts " + q10Shift + " " + q90Shift);
        }
    }
}
