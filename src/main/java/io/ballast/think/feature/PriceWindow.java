package io.ballast.think.feature;

import io.ballast.base.units.Token;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The last closed bars of all tokens, oldest first. Prices are marginal pool prices in cash, from each token's reference pool;
 * they feed features only, never amounts.
 *
 * @param tokens columns, in the universe's order
 * @param times close of each bar, strictly ascending
 * @param closes {@code [bar][token]}, whole cash tokens per whole token, all greater than zero
 */
public record PriceWindow(List<Token> tokens, List<Instant> times, List<double[]> closes) {
    public PriceWindow {
        tokens = List.copyOf(tokens);
        if (times.size() != closes.size()) {
            throw new IllegalArgumentException("one time for each bar: " + times.size() + " and " + closes.size());
        }
        // What a builder collected was checked and copied bar by bar.
        if (!(closes instanceof LastBars.View && times instanceof LastBars.View)) {
            times = List.copyOf(times);
            closes = checked(closes, tokens.size());
        }
    }

    private static List<double[]> checked(List<double[]> closes, int tokens) {
        for (double[] bar : closes) {
            if (bar.length != tokens || Arrays.stream(bar).anyMatch(p -> !(p > 0) || Double.isInfinite(p))) {
                throw new IllegalArgumentException(
                        "a bar has one positive price for each token, was " + Arrays.toString(bar));
            }
        }
        return closes.stream().map(double[]::clone).toList();
    }

    public int bars() {
        return closes.size();
    }

    /** Close of a token, {@code back} bars before the last (0 is the last). */
    public double close(int token, int back) {
        return closes.get(closes.size() - 1 - back)[token];
    }
}
