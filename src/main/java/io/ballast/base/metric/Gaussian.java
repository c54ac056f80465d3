package io.ballast.base.metric;

/** The standard normal distribution, to about 14 digits. */
public final class Gaussian {
    private static final double ROOT_OF_TWO_PI = StrictMath.sqrt(2 * Math.PI);
    private static final double FAR = 3;
    private static final int FRACTIONS = 200;

    private Gaussian() {}

    static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }

    /**
     * Probability of a value up to {@code x}: near the middle by the series of Abramowitz and Stegun 26.2.11, far out by the
     * continued fraction 26.2.14, which keeps its digits there.
     */
    public static double probability(double x) {
        if (x > FAR) {
            return 1 - tail(x);
        }
        return x < -FAR ? tail(-x) : 0.5 + density(x) * series(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; Math.abs(term) > Math.abs(sum) * 0x1p-54; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    private static double tail(double x) {
        double fraction = x;
        for (int k = FRACTIONS; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    /**
     * The value up to which a probability lies: Abramowitz and Stegun 26.2.23, then Halley's method.
     *
     * @param probability in (0, 1)
     * @throws IllegalArgumentException otherwise
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("no quantile of probability " + probability);
        }
        return probability > 0.5 ? -lower(1 - probability) : lower(probability);
    }

    private static double lower(double probability) {
        double t = StrictMath.sqrt(-2 * StrictMath.log(probability));
        double x =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int i = 0; i < 3; i++) {
            double step = (probability(x) - probability) / density(x);
            x -= step / (1 + x * step / 2);
        }
        return x;
    }
}
