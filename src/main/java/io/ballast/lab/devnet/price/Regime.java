package io.ballast.lab.devnet.price;

/** A mood of the market; times are in hours, returns logarithmic. */
public enum Regime {
    CALM(0, 0.0025, 0, 10),
    TREND_UP(0.003, 0.005, 0, 10),
    TREND_DOWN(-0.0025, 0.006, 0, 9),
    MEAN_REVERSION(0, 0.009, 0.5, 12),
    CRASH(-0.012, 0.018, 0, 3);

    private static final int[][] NEXT = {
        {0, 4, 3, 4, 1},
        {3, 0, 2, 4, 1},
        {3, 2, 0, 4, 1},
        {4, 4, 3, 0, 1},
        {1, 4, 0, 5, 0},
    };

    private final double drift;
    private final double volatility;
    private final double reversion;
    private final double meanHours;

    Regime(double drift, double volatility, double reversion, double meanHours) {
        this.drift = drift;
        this.volatility = volatility;
        this.reversion = reversion;
        this.meanHours = meanHours;
    }

    /** Expected return per hour. */
    double drift() {
        return drift;
    }

    /** Standard deviation of the return of one hour. */
    double volatility() {
        return volatility;
    }

    /** Share of the distance to the anchor that is undone per hour. */
    double reversion() {
        return reversion;
    }

    /** Expected length in hours; at least a quarter of it always passes. */
    double hours(Draws draws) {
        return 0.25 * meanHours + draws.exponential(0.75 * meanHours);
    }

    /** Another regime, by the weights of this one's row. */
    Regime next(Draws draws) {
        int[] weights = NEXT[ordinal()];
        int left = draws.below(java.util.Arrays.stream(weights).sum());
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return values()[index];
    }
}
