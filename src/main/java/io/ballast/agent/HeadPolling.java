package io.ballast.agent;

import java.time.Duration;

/** How often a node is asked for its newest block. */
final class HeadPolling {
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

    private static Duration within(Duration wanted) {
        if (wanted.compareTo(FASTEST) < 0) {
            return FASTEST;
        }
        return wanted.compareTo(SLOWEST) > 0 ? SLOWEST : wanted;
    }
}
