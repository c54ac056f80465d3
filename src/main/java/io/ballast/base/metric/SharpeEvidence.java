package io.ballast.base.metric;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a Sharpe ratio that was seen says about the true one, given how returns are distributed. All ratios are per period.
 *
 * @param sharpe ratio seen
 * @param skewness {@code γ₃} of the returns
 * @param kurtosis {@code γ₄} of the returns, 3 for a normal distribution (not the excess over it)
 * @param periods number of returns, at least 2
 */
public record SharpeEvidence(double sharpe, double skewness, double kurtosis, int periods) {

    /** With the moments of the returns as a population. Empty if they do not move. */
    public static Optional<SharpeEvidence> ofPopulation(ReturnSeries returns) {
        Moments moments = returns.moments();
        return of(moments, moments.skewness(), moments.kurtosis());
    }

    /** With the unbiased moments of a sample. Empty for less than four returns, or if they do not move. */
    public static Optional<SharpeEvidence> ofSample(ReturnSeries returns) {
        Moments moments = returns.moments();
        OptionalDouble excess = moments.sampleExcessKurtosis();
        OptionalDouble raw = excess.isPresent() ? OptionalDouble.of(excess.getAsDouble() + 3) : OptionalDouble.empty();
        return of(moments, moments.sampleSkewness(), raw);
    }

    private static Optional<SharpeEvidence> of(Moments moments, OptionalDouble skewness, OptionalDouble kurtosis) {
        OptionalDouble sharpe = SharpeRatio.perPeriod(moments);
        return sharpe.isPresent() && skewness.isPresent() && kurtosis.isPresent()
                ? Optional.of(new SharpeEvidence(
                        sharpe.getAsDouble(), skewness.getAsDouble(), kurtosis.getAsDouble(), moments.count()))
                : Optional.empty();
    }

    /**
     * Probabilistic Sharpe ratio: the probability that the true ratio is above a threshold,
     * {@code Φ((SR − SR*)·√(n − 1) / √(1 − γ₃·SR + (γ₄ − 1)/4·SR²))} (Bailey and López de Prado 2012).
     *
     * @param threshold {@code SR*} per period
     */
    public OptionalDouble probabilityAbove(double threshold) {
        OptionalDouble score =
                Defined.ratio((sharpe - threshold) * StrictMath.sqrt(periods - 1), StrictMath.sqrt(spread()));
        return score.isPresent() ? OptionalDouble.of(Gaussian.probability(score.getAsDouble())) : score;
    }

    /** Deflated Sharpe ratio: the probability that the true ratio is above the best that luck alone would show. */
    public OptionalDouble deflated(Trials trials) {
        return probabilityAbove(trials.bestByLuck());
    }

    /**
     * Least track record length: how many returns like these make it that likely that the true ratio is above the threshold,
     * {@code 1 + (1 − γ₃·SR + (γ₄ − 1)/4·SR²)·(z / (SR − SR*))²} (2012). Undefined if the ratio seen is not above.
     *
     * @param confidence such as 0.95, at least 0.5
     */
    public OptionalDouble leastPeriods(double threshold, double confidence) {
        if (sharpe <= threshold || spread() < 0) {
            return OptionalDouble.empty();
        }
        double score = Gaussian.quantile(confidence) / (sharpe - threshold);
        return Defined.value(1 + spread() * score * score);
    }

    private double spread() {
        return 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    }
}
