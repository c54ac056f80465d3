package io.ballast.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Times each decision from the head it noticed to the first transaction a node accepted. Used by one thread. */
public final class LatencyRecorder {
    private final LongSupplier nanos;
    private final List<Long> samples = new ArrayList<>();
    private OptionalLong noticed = OptionalLong.empty();

    /** @param nanos a monotonic clock, as {@code System::nanoTime} */
    public LatencyRecorder(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A new head is about to be decided on. */
    public void headNoticed() {
        noticed = OptionalLong.of(nanos.getAsLong());
    }

    /** A node accepted a transaction; only the first after a head counts, later ones wait for blocks. */
    public void accepted() {
        noticed.ifPresent(start -> samples.add(nanos.getAsLong() - start));
        noticed = OptionalLong.empty();
    }

    /** Nanoseconds, in the order of the decisions. */
    public List<Long> samples() {
        return List.copyOf(samples);
    }
}
