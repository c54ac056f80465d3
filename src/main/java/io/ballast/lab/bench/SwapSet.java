package io.ballast.lab.bench;

import java.util.List;

/**
 * Swaps that are timed together.
 *
 * @param expected result of each swap if they are known from elsewhere, else empty
 */
public record SwapSet(String name, List<SwapOrder> swaps, List<SwapOutcome> expected) {
    public SwapSet {
        swaps = List.copyOf(swaps);
        expected = List.copyOf(expected);
        if (swaps.isEmpty() || (!expected.isEmpty() && expected.size() != swaps.size())) {
            throw new IllegalArgumentException("a set has swaps, and a result for each or none: " + name);
        }
    }
}
