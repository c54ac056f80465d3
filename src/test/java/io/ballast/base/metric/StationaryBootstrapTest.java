package io.ballast.base.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StationaryBootstrapTest {
    private static double[] noise(int n, double carried, long seed) {
        Draws draws = new Draws(seed);
        double[] values = new double[n];
        double last = 0;
        for (int i = 0; i < n; i++) {
            last = carried * last + Gaussian.quantile(draws.uniform() * 0.999_998 + 1e-6);
            values[i] = last;
        }
        return values;
    }

    private static OptionalDouble mean(double[] values) {
        return OptionalDouble.of(CompensatedSum.mean(values));
    }

    @Test
    void findsTheErrorOfAMeanOfIndependentValues() {
        double[] values = noise(2_000, 0, 1);
        Interval interval = new StationaryBootstrap(1, 2_000, 0.95, 3)
                .interval(values, StationaryBootstrapTest::mean)
                .orElseThrow();

        double error = Moments.of(values).deviation().orElseThrow() / Math.sqrt(values.length);
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * error, within(0.1 * error * 4));
        assertThat(interval.contains(CompensatedSum.mean(values))).isTrue();
    }

    @Test
    void isWiderWhereNeighboursDepend() {
        double[] values = noise(2_000, 0.8, 2);
        double length = BlockLength.of(values);
        Interval blocks = new StationaryBootstrap(length, 500, 0.95, 3)
                .interval(values, StationaryBootstrapTest::mean)
                .orElseThrow();
        Interval single = new StationaryBootstrap(1, 500, 0.95, 3)
                .interval(values, StationaryBootstrapTest::mean)
                .orElseThrow();

        assertThat(length).isBetween(8.0, 60.0);
        // The error of the mean of such a process is (1 + 0.8)/(1 − 0.8) = 9 times as large squared.
        assertThat((blocks.high() - blocks.low()) / (single.high() - single.low()))
                .isBetween(2.2, 3.6);
    }

    @Test
    void hasBlocksOfTheMeanLengthThatRunRoundTheEnd() {
        Map<String, Integer> seen = new HashMap<>();
        new StationaryBootstrap(5, 1_000, 0.95, 9).interval(50, periods -> {
            for (int i = 1; i < periods.length; i++) {
                boolean next = periods[i] == (periods[i - 1] + 1) % 50;
                seen.merge(next ? "next" : "jump", 1, Integer::sum);
                if (next && periods[i] == 0) {
                    seen.merge("round", 1, Integer::sum);
                }
            }
            return OptionalDouble.of(0);
        });

        // A jump lands on the next period one time in fifty.
        assertThat((double) seen.get("jump") / (seen.get("jump") + seen.get("next")))
                .isCloseTo(0.2 * 0.98, within(0.01));
        assertThat(seen.get("round")).isPositive();
    }

    @Test
    void givesTheSameIntervalForTheSameSeedOnly() {
        double[] values = noise(100, 0, 5);
        StationaryBootstrap bootstrap = new StationaryBootstrap(4, 200, 0.9, 11);

        assertThat(bootstrap.interval(values, StationaryBootstrapTest::mean))
                .isEqualTo(bootstrap.interval(values, StationaryBootstrapTest::mean))
                .isNotEqualTo(new StationaryBootstrap(4, 200, 0.9, 12).interval(values, StationaryBootstrapTest::mean));
    }

    @Test
    void hasNoIntervalOfWhatIsUndefined() {
        StationaryBootstrap bootstrap = new StationaryBootstrap(2, 100, 0.95, 1);

        assertThat(bootstrap.interval(new double[] {0.1}, StationaryBootstrapTest::mean))
                .isEmpty();
        assertThat(bootstrap.interval(new double[] {0.1, 0.1}, v -> SharpeRatio.perPeriod(Moments.of(v))))
                .isEmpty();
        assertThatThrownBy(() -> new StationaryBootstrap(0.5, 100, 0.95, 1)).hasMessageContaining("out of range");
    }

    @Test
    void proposesSingleValuesWhereNothingDepends() {
        assertThat(BlockLength.of(noise(3_000, 0, 8))).isLessThan(3);
        assertThat(BlockLength.of(1, 1, 1, 1, 1, 1, 1, 1)).isEqualTo(1);
        assertThat(BlockLength.of()).isEqualTo(1);
    }

    /** The first outputs of the reference generator for the seed 1234567. */
    @Test
    void drawsTheNumbersOfSplitMix() {
        Draws draws = new Draws(1_234_567);

        assertThat(draws.bits()).isEqualTo(6_457_827_717_110_365_317L);
        assertThat(draws.bits()).isEqualTo(3_203_168_211_198_807_973L);
    }
}
