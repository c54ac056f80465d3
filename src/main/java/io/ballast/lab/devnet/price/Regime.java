package io.ballast.lab.devnet.price;

import java.util.Arrays;
import java.util.List;

/**
 * A mood of the market; times are in hours, returns logarithmic. Trends last and are steeper than they are rough, so that there
 * is something to learn here that no real market promises.
 */
public enum Regime {
    CALM(0, 0.0025, 0, 8, 3),
    TREND_UP(0.006, 0.004, 0, 16, 4),
    TREND_DOWN(-0.0055, 0.0045, 0, 14, 4),
    MEAN_REVERSION(0, 0.008, 0.5, 12, 3),
    CRASH(-0.014, 0.015, 0, 4, 1);

    private final double drift;
    private final double volatility;
    private final double reversion;
    private final double meanHours;
    private final int weight;

    Regime(double drift, double volatility, double reversion, double meanHours, int weight) {
        this.drift = drift;
        this.volatility = volatility;
        this.reversion = reversion;
        this.meanHours = meanHours;
        this.weight = weight;
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

    /** Length in hours: a quarter of the mean, and an exponential rest. */
    double hours(Draws draws) {
        return 0.25 * meanHours + draws.exponential(0.75 * meanHours);
    }

    /** Another regime, by the weights. */
    Regime next(Draws draws) {
        List<Regime> others = Arrays.stream(values()).filter(r -> r != this).toList();
        int left = draws.below(others.stream().mapToInt(r -> r.weight).sum());
        int index = 0;
        while (left >= others.get(index).weight) {
            left -= others.get(index++).weight;
        }
        return others.get(index);
    }
}
