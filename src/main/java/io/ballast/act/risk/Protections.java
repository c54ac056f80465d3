package io.ballast.act.risk;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Protections of the strategy, each at most once. CooldownPeriod is the limits' cooldown.
 *
 * @param stoplossGuard stops purchases after swaps that lost too much
 * @param maxDrawdown stops purchases after a fall within a stretch of time
 * @param lowProfitPairs stops a pair that brought too little
 */
public record Protections(
        Optional<TradeGuard> stoplossGuard, Optional<TradeGuard> maxDrawdown, Optional<TradeGuard> lowProfitPairs) {
    public static final Protections NONE = new Protections(Optional.empty(), Optional.empty(), Optional.empty());

    /** How long swaps must be remembered. */
    Duration memory() {
        return Stream.of(stoplossGuard, maxDrawdown, lowProfitPairs)
                .flatMap(Optional::stream)
                .map(TradeGuard::memory)
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
}
