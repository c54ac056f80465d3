package io.ballast.base.metric;

/**
 * A sum whose rounding errors are carried along (Neumaier 1974). Not safe for use by several threads.
 */
final class CompensatedSum {
    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }

    static double of(double... values) {
        CompensatedSum total = new CompensatedSum();
        for (double value : values) {
            total.add(value);
        }
        return total.value();
    }

    /** Arithmetic mean; not a number for no values. */
    static double mean(double... values) {
        return of(values) / values.length;
    }
}
