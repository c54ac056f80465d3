package io.ballast.lab.training;

import io.ballast.think.model.TestMetrics.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Interval of the mean of dependent values: circular block bootstrap (Politis and Romano 1992).
 *
 * @param block length of a block, about as far as values depend on each other
 */
record BlockBootstrap(int block, long seed) {
    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    /**
     * The central 95 % of the means of resamples.
     *
     * @param values in the order of time, at least one
     */
    Interval mean(double[] values) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = resample(values, random);
        }
        Arrays.sort(means);
        int cut = (int) (TAIL * RESAMPLES);
        return new Interval(means[cut], means[RESAMPLES - 1 - cut]);
    }

    private double resample(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int filled = 0; filled < values.length; ) {
            int start = random.nextInt(values.length);
            for (int i = 0; i < block && filled < values.length; i++) {
                sum += values[(start + i) % values.length];
                filled++;
            }
        }
        return sum / values.length;
    }
}
