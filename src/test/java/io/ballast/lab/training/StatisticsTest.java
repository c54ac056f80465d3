package io.ballast.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.think.model.TestMetrics.Interval;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void intervalOfIndependentValuesIsTheNormalOne() {
        Random random = new Random(1);
        double[] values = random.doubles(2000)
                .map(u -> 3 + (u - 0.5) * StrictMath.sqrt(12))
                .toArray();

        Interval interval = new BlockBootstrap(1, 7).mean(values);

        double half = 1.96 / StrictMath.sqrt(2000);
        assertThat(interval.high() - interval.low()).isCloseTo(2 * half, within(0.25 * half));
        assertThat(interval.low()).isLessThan(3);
        assertThat(interval.high()).isGreaterThan(3);
    }

    @Test
    void intervalOfDependentValuesIsWiderWithBlocks() {
        Random random = new Random(1);
        double[] draws = random.doubles(200).toArray();
        double[] values =
                IntStream.range(0, 2000).mapToDouble(i -> draws[i / 10]).toArray();

        Interval single = new BlockBootstrap(1, 7).mean(values);
        Interval blocks = new BlockBootstrap(20, 7).mean(values);

        assertThat(width(blocks)).isGreaterThan(2 * width(single));
    }

    @Test
    void sameSeedGivesTheSameInterval() {
        double[] values = new Random(1).doubles(100).toArray();

        assertThat(new BlockBootstrap(5, 7).mean(values)).isEqualTo(new BlockBootstrap(5, 7).mean(values));
    }

    @Test
    void shiftBringsCoverageToItsLevel() {
        double[] errors = new Random(2).doubles(5000).map(u -> u - 0.4).toArray();
        double shift = new Conformal(0.1).shift(errors);

        assertThat(shift).isCloseTo(-0.3, within(0.02));
    }

    @Test
    void coverageThatIsNearEnoughIsLeftAlone() {
        double[] errors = new Random(2).doubles(5000).map(u -> u - 0.11).toArray();

        assertThat(new Conformal(0.1).shift(errors)).isZero();
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
