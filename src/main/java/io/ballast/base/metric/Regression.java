package io.ballast.base.metric;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Returns explained by a benchmark's: {@code r = α + β·b} (Jensen 1968).
 *
 * @param beta {@code cov(r, b) / var(b)}
 * @param alpha of a period, {@code mean(r) − β·mean(b)}
 */
public record Regression(double beta, double alpha) {

    /**
     * Slope and offset; empty if the benchmark does not move.
     *
     * @return the fit
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Optional<Regression> of(ReturnSeries returns, ReturnSeries benchmark) {
        returns.over(benchmark);
        Moments own = returns.moments();
        Moments other = benchmark.moments();
        CompensatedSum products = new CompensatedSum();
        for (int i = 0; i < returns.size(); i++) {
            products.add((returns.at(i) - own.mean()) * (benchmark.at(i) - other.mean()));
        }
        OptionalDouble beta = Defined.ratio(products.value() / returns.size(), other.second());
        return beta.isEmpty()
                ? Optional.empty()
                : Optional.of(new Regression(beta.getAsDouble(), own.mean() - beta.getAsDouble() * other.mean()));
    }

    /** {@code α·P}. */
    public double annualAlpha(PeriodsPerYear year) {
        return alpha * year.count();
    }

    /** {@code (1 + α)^P − 1}. */
    public OptionalDouble compoundedAlpha(PeriodsPerYear year) {
        return Defined.value(StrictMath.pow(1 + alpha, year.count()) - 1);
    }
}
