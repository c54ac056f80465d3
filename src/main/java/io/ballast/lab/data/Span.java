package io.ballast.lab.data;

import java.time.Instant;

/**
 * A span of what a history is sorted by, half open: milliseconds since 1970 for bars, numbers of blocks for events.
 *
 * @param from included
 * @param to not included
 */
public record Span(long from, long to) {
    public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    public Span {
        if (from >= to) {
            throw new IllegalArgumentException("a span begins before it ends, was " + from + " to " + to);
        }
    }

    public static Span of(Instant from, Instant to) {
        return new Span(from.toEpochMilli(), to.toEpochMilli());
    }
}
