package io.ballast.sense.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a rollup's sequencer works, by its uptime feed at one block. */
public sealed interface Sequencer {
    /** The chain has none, or no feed is pinned. */
    record None() implements Sequencer {}

    /** Works since. */
    record Up(Instant since) implements Sequencer {}

    /** Does not work since. */
    record Down(Instant since) implements Sequencer {}

    /** The feed gave no usable answer, which is not "up". */
    record Unknown(String why) implements Sequencer {}

    /**
     * Why nothing may be traded, or empty. After an outage prices and positions need time to find each other again.
     *
     * @param grace time for that
     */
    default Optional<String> obstacle(Instant now, Duration grace) {
        return switch (this) {
            case None() -> Optional.empty();
            case Up(Instant since) when !since.plus(grace).isAfter(now) -> Optional.empty();
            case Up(Instant since) -> Optional.of("up only since " + since + ", grace is " + grace.toSeconds() + " s");
            case Down(Instant since) -> Optional.of("down since " + since);
            case Unknown(String why) -> Optional.of("unknown: " + why);
        };
    }
}
