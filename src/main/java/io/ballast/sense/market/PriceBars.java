package io.ballast.sense.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Closes of the last bars, oldest first, without gaps up to the newest.
 *
 * @param times close of each bar, strictly ascending
 * @param closes one array for each time: whole cash tokens per whole token, in the order of the universe's tokens, all
 *     greater than zero
 * @param missing how many of the oldest bars asked for are not there, and why; empty if none
 */
public record PriceBars(List<Instant> times, List<double[]> closes, Optional<String> missing) {
    public PriceBars {
        times = List.copyOf(times);
        closes = closes.stream().map(double[]::clone).toList();
        if (times.size() != closes.size()) {
            throw new IllegalArgumentException("one close for each time: " + closes.size() + " and " + times.size());
        }
    }
}
