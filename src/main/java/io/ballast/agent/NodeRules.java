package io.ballast.agent;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What is asked of nodes beyond an answer.
 *
 * @param quorum how many must give the same answer
 * @param maxPerSecond calls to each
 * @param maxBehind blocks behind the best beyond which one is not used
 */
public record NodeRules(int quorum, OptionalInt maxPerSecond, long maxBehind) {
    private static final long LEAST_BEHIND = 3;

    /** Of a file on a chain with these blocks. */
    static NodeRules of(RpcFile file, Duration maxHeadLag, Duration blockTime) {
        long fitting = maxHeadLag.toNanos() / blockTime.toNanos();
        return new NodeRules(
                file.quorum(),
                file.maxPerSecond().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                file.maxBlocksBehind().map(Integer::longValue).orElse(Math.max(LEAST_BEHIND, fitting)));
    }
}
