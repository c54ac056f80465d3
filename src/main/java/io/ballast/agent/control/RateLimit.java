package io.ballast.agent.control;

import java.util.function.LongSupplier;

/** So many at once, and so many a second after that. Thread-safe. */
final class RateLimit {
    private final int burst;
    private final long nanosEach;
    private final LongSupplier nanos;
    private long credit;
    private long seen;

    /** @param nanos monotonic clock */
    RateLimit(int burst, int perSecond, LongSupplier nanos) {
        this.burst = burst;
        this.nanosEach = 1_000_000_000L / perSecond;
        this.nanos = nanos;
        this.credit = burst * nanosEach;
        this.seen = nanos.getAsLong();
    }

    synchronized boolean allows() {
        long now = nanos.getAsLong();
        credit = Math.min(burst * nanosEach, credit + now - seen);
        seen = now;
        if (credit < nanosEach) {
            return false;
        }
        credit -= nanosEach;
        return true;
    }
}
