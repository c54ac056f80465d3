package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.BlockLength;
import io.ballast.base.metric.Interval;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.metric.StationaryBootstrap;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The strategy less one baseline.
 *
 * @param single at the cost of the scenario
 * @param doubled at twice the cost of both
 */
public record Comparison(String baseline, Difference single, Difference doubled) {

    /**
     * Mean difference of returns, bps a month.
     *
     * @param interval that holds it with 95 % confidence, by the stationary bootstrap; empty for too few periods
     */
    public record Difference(double mean, Optional<Interval> interval) {
        private static final double BPS = 1e4;
        private static final int RESAMPLES = 2_000;
        private static final double CONFIDENCE = 0.95;

        static Difference of(ReturnSeries own, ReturnSeries other, Sampling sampling, long seed) {
            double[] active = own.over(other);
            double scale = BPS * sampling.perMonth();
            StationaryBootstrap bootstrap =
                    new StationaryBootstrap(BlockLength.of(active), RESAMPLES, CONFIDENCE, seed);
            return new Difference(
                    scale * Arrays.stream(active).average().orElse(Double.NaN),
                    bootstrap
                            .interval(active.length, chosen -> mean(active, chosen))
                            .map(found -> new Interval(scale * found.low(), scale * found.high())));
        }

        private static OptionalDouble mean(double[] values, int[] chosen) {
            double sum = 0;
            for (int i : chosen) {
                sum += values[i];
            }
            return OptionalDouble.of(sum / chosen.length);
        }

        /** Whether all of the interval is above zero. */
        public boolean above() {
            return interval.isPresent() && interval.get().low() > 0;
        }

        /** Whether all of the interval is below zero. */
        public boolean below() {
            return interval.isPresent() && interval.get().high() < 0;
        }
    }
}
