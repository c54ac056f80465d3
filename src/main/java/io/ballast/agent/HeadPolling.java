package io.ballast.agent;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How often a node is asked for its newest block. */
final class HeadPolling {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration FASTEST = Duration.ofMillis(250);
    private static final Duration SLOWEST = Duration.ofSeconds(3);

    private HeadPolling() {}

    /** While a transaction waits: twice a block, since being a block late costs little and a call costs money. */
    static Duration waiting(Duration blockTime) {
        return within(blockTime.dividedBy(2));
    }

    /** While blocks are followed: once a block; a block that is noticed late is made up for with the next. */
    static Duration following(Duration blockTime) {
        return blockTime.compareTo(FASTEST) < 0 ? FASTEST : blockTime;
    }

    /**
     * Between decisions that read everything themselves: thrice within the age that a head may have, as long as that costs no
     * more than half of the calls that are left; empty where it would hardly see a head between two decisions.
     *
     * @param left calls a day that nothing else needs
     */
    static Optional<Duration> watching(Duration blockTime, Duration maxLag, long left, Duration timeframe) {
        if (left < 2) {
            return Optional.empty();
        }
        Duration affordable = DAY.dividedBy(left / 2);
        return Stream.of(following(blockTime), maxLag.dividedBy(3), affordable)
                .max(Comparator.naturalOrder())
                .filter(every -> every.multipliedBy(2).compareTo(timeframe) <= 0);
    }

    private static Duration within(Duration wanted) {
        if (wanted.compareTo(FASTEST) < 0) {
            return FASTEST;
        }
        return wanted.compareTo(SLOWEST) > 0 ? SLOWEST : wanted;
    }
}
