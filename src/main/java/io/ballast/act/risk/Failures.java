package io.ballast.act.risk;

import java.time.Instant;

/**
 * Transactions that reverted or were dropped since the last swap that went through.
 *
 * @param last time of the latest one, of the limits' own clock; of no meaning where {@code count} is 0
 */
public record Failures(int count, Instant last) {
    public static final Failures NONE = new Failures(0, Instant.EPOCH);

    Failures plus(Instant at) {
        return new Failures(count + 1, at);
    }
}
