package io.ballast.base.metric;

import java.util.Collections;
import java.util.PriorityQueue;

/** Median of all values so far: the lower of the two middle ones for an even number. Not safe for use by several threads. */
final class RunningMedian {
    private final PriorityQueue<Double> lower = new PriorityQueue<>(Collections.reverseOrder());
    private final PriorityQueue<Double> upper = new PriorityQueue<>();

    /** Adds a value and answers the median with it. */
    double with(double value) {
        lower.add(value);
        upper.add(lower.remove());
        if (upper.size() > lower.size()) {
            lower.add(upper.remove());
        }
        return lower.element();
    }
}
