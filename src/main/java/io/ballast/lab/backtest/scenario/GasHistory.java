package io.ballast.lab.backtest.scenario;

import io.ballast.base.units.Wei;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Base fee over time.
 *
 * @param steps price from each moment on, until the next one; never empty
 */
public record GasHistory(NavigableMap<Instant, Wei> steps) {
    public GasHistory {
        steps = new TreeMap<>(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a history of gas has at least one price");
        }
    }

    /** The same all the time. */
    public static GasHistory constant(Wei baseFee) {
        return new GasHistory(new TreeMap<>(java.util.Map.of(Instant.MIN, baseFee)));
    }

    /**
     * Price at a moment.
     *
     * @throws IllegalArgumentException before the first
     */
    public Wei at(Instant time) {
        var step = steps.floorEntry(time);
        if (step == null) {
            throw new IllegalArgumentException("the history of gas begins at " + steps.firstKey() + ", after " + time);
        }
        return step.getValue();
    }

    public Instant first() {
        return steps.firstKey();
    }

    public Instant last() {
        return steps.lastKey();
    }

    /** Until when the last price counts: as long as the one before it did, a day if it is the only one. */
    Instant end() {
        Instant before = steps.lowerKey(steps.lastKey());
        Duration step = before == null ? Duration.ofDays(1) : Duration.between(before, steps.lastKey());
        return steps.lastKey().plus(step);
    }
}
