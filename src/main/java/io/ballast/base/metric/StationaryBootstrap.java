package io.ballast.base.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How much of a figure is luck: the series is put together anew from blocks of random length that start anywhere and run round its
 * end, so that neighbours stay together (Politis and Romano 1994). The same seed gives the same interval.
 *
 * @param meanBlock mean length of a block, at least 1; {@link BlockLength} proposes one
 * @param resamples at least 100
 * @param confidence of the interval, in (0, 1), such as 0.95
 */
public record StationaryBootstrap(double meanBlock, int resamples, double confidence, long seed) {
    public StationaryBootstrap {
        if (!(meanBlock >= 1) || resamples < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("bootstrap out of range: blocks of " + meanBlock + ", " + resamples
                    + " resamples, confidence " + confidence);
        }
    }

    /**
     * The central interval of a statistic of one series; empty if it is undefined for any resample.
     *
     * @param statistic of a series as long as the one given
     */
    public Optional<Interval> interval(double[] values, Function<double[], OptionalDouble> statistic) {
        return interval(
                values.length,
                indices -> statistic.apply(
                        Arrays.stream(indices).mapToDouble(i -> values[i]).toArray()));
    }

    /**
     * The same for a statistic of several series, which are drawn together.
     *
     * @param periods in each
     * @param statistic of the drawn periods, in their new order; it must not keep the array
     */
    public Optional<Interval> interval(int periods, Statistic statistic) {
        if (periods < 2) {
            return Optional.empty();
        }
        Draws draws = new Draws(seed);
        int[] indices = new int[periods];
        double[] results = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            draw(indices, draws);
            OptionalDouble result = statistic.of(indices);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            results[i] = result.getAsDouble();
        }
        Arrays.sort(results);
        double tail = (1 - confidence) / 2;
        return Optional.of(new Interval(Quantile.ofSorted(tail, results), Quantile.ofSorted(1 - tail, results)));
    }

    private void draw(int[] indices, Draws draws) {
        double end = 1 / meanBlock;
        int next = draws.below(indices.length);
        for (int i = 0; i < indices.length; i++) {
            indices[i] = next;
            next = draws.uniform() < end ? draws.below(indices.length) : (next + 1) % indices.length;
        }
    }

    /** A figure of chosen periods. */
    @FunctionalInterface
    public interface Statistic {
        OptionalDouble of(int[] periods);
    }
}
