package io.ballast.agent;

import java.util.List;

/** Percentiles by nearest rank. */
public final class Percentile {
    private Percentile() {}

    /**
     * @param percent in (0, 100]
     * @return microseconds, rounded down; 0 for no samples
     */
    public static long micros(List<Long> nanos, double percent) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1) / 1000;
    }
}
