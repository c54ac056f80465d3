package io.ballast.lab.training;

import java.util.List;

/**
 * Recorded bars of one market, oldest first, at a regular distance.
 *
 * @param seed that fixed the market
 */
public record History(long seed, List<Bar> bars) {

    public History {
        bars = List.copyOf(bars);
    }
}
