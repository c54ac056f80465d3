package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of one protection, by freqtrade's names.
 *
 * @param lookback how far back it looks
 * @param tradeLimit swaps that must be there until it counts
 * @param level loss, profit or drawdown that it compares with
 * @param stop how long it stops purchases, from the last swap that counted
 */
public record TradeGuard(Duration lookback, int tradeLimit, Bps level, Duration stop) {
    public TradeGuard {
        if (lookback.isNegative() || stop.isNegative() || tradeLimit < 1) {
            throw new IllegalArgumentException(
                    "a protection needs a time to look back, at least one trade and a time to stop, had " + lookback
                            + ", " + tradeLimit + ", " + stop);
        }
    }

    /** How long swaps must be remembered for this. */
    Duration memory() {
        return lookback.plus(stop);
    }

    /**
     * When the last window ended that is still of effect: the time of the last of these swaps that, with those up to {@code
     * lookback} before it, are at least {@code tradeLimit}. Empty if there is none or its stop is over.
     *
     * @param swaps oldest first
     */
    Optional<Spend> lastWindow(List<Spend> swaps, Question question) {
        return swaps.stream()
                .filter(last ->
                        last.at().plus(stop).isAfter(question.situation().time()))
                .filter(last -> window(swaps, last).size() >= tradeLimit)
                .max(Comparator.comparing(Spend::at));
    }

    /** The swaps up to {@code lookback} before one of them, it included. */
    List<Spend> window(List<Spend> swaps, Spend last) {
        return swaps.stream()
                .filter(swap -> swap.at().isAfter(last.at().minus(lookback)))
                .filter(swap -> !swap.at().isAfter(last.at()))
                .toList();
    }
}
