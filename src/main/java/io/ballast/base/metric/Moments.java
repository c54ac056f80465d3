package io.ballast.base.metric;

import java.util.OptionalDouble;

/**
 * Mean and central moments of a sample.
 *
 * @param count of values
 * @param mean not a number for no values
 * @param second mean of the squared distances from the mean; exactly zero for values that differ by rounding only
 * @param third mean of their cubes
 * @param fourth mean of their fourth powers
 */
public record Moments(int count, double mean, double second, double third, double fourth) {
    /** Returns are quotients of values near each other: below a few units in the last place of 1 they carry no information. */
    private static final double ROUNDING = 0x1p-50;

    public static Moments of(double... values) {
        double mean = CompensatedSum.mean(values);
        CompensatedSum second = new CompensatedSum();
        CompensatedSum third = new CompensatedSum();
        CompensatedSum fourth = new CompensatedSum();
        double largest = 0;
        double farthest = 0;
        for (double value : values) {
            double away = value - mean;
            second.add(away * away);
            third.add(away * away * away);
            fourth.add(away * away * away * away);
            largest = Math.max(largest, Math.abs(value));
            farthest = Math.max(farthest, Math.abs(away));
        }
        if (farthest <= ROUNDING * (1 + largest)) {
            return new Moments(values.length, mean, 0, 0, 0);
        }
        int n = values.length;
        return new Moments(n, mean, second.value() / n, third.value() / n, fourth.value() / n);
    }

    /** Standard deviation of a sample, with {@code n − 1}; empty for less than two values. */
    public OptionalDouble deviation() {
        return count < 2 ? OptionalDouble.empty() : Defined.value(StrictMath.sqrt(second * count / (count - 1)));
    }

    /** {@code g₁ = m₃ / m₂^1.5}, of the values as a population. */
    public OptionalDouble skewness() {
        return Defined.ratio(third, second * StrictMath.sqrt(second));
    }

    /** {@code g₂ + 3 = m₄ / m₂²}, of the values as a population; 3 for a normal distribution. */
    public OptionalDouble kurtosis() {
        return Defined.ratio(fourth, second * second);
    }

    /** {@code G₁}, the estimate without bias for normal samples; empty for less than three values. */
    public OptionalDouble sampleSkewness() {
        double n = count;
        return count < 3 ? OptionalDouble.empty() : Defined.times(skewness(), StrictMath.sqrt(n * (n - 1)) / (n - 2));
    }

    /** {@code G₂}, in excess of a normal distribution's 3, without bias for normal samples; empty for less than four values. */
    public OptionalDouble sampleExcessKurtosis() {
        double n = count;
        if (count < 4 || kurtosis().isEmpty()) {
            return OptionalDouble.empty();
        }
        double excess = kurtosis().getAsDouble() - 3;
        return Defined.value((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6));
    }
}
