package io.ballast.act.journal;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The price window of a decision.
 *
 * @param tokens columns, in the universe's order
 * @param times close of each bar, oldest first
 * @param closes {@code [bar][token]}, whole cash tokens per whole token
 */
public record WindowRecord(List<Token> tokens, List<Instant> times, List<List<Double>> closes) {
    /** While the window is not known. */
    public static final WindowRecord EMPTY = new WindowRecord(List.of(), List.of(), List.of());

    public WindowRecord {
        tokens = List.copyOf(tokens);
        times = List.copyOf(times);
        closes = closes.stream().map(List::copyOf).toList();
    }

    public static WindowRecord of(PriceWindow window) {
        return new WindowRecord(
                window.tokens(),
                window.times(),
                window.closes().stream()
                        .map(bar -> Arrays.stream(bar).boxed().toList())
                        .toList());
    }

    /** As the features take it; every bit of every close as it was. */
    public PriceWindow toWindow() {
        List<double[]> bars = closes.stream()
                .map(bar -> bar.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        return new PriceWindow(tokens, times, bars);
    }
}
