package io.ballast.lab.devnet.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private final Draws draws = new Draws(5, Draws.Stream.MARKET);

    @Test
    void drawsStandardNormals() {
        double[] sample = DoubleStream.generate(draws::gaussian).limit(100_000).toArray();
        double mean = DoubleStream.of(sample).average().orElseThrow();
        double variance = DoubleStream.of(sample)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.015));
        assertThat(variance).isCloseTo(1, within(0.02));
        assertThat(DoubleStream.of(sample).filter(x -> Math.abs(x) > 1.959964).count())
                .isBetween(4_700L, 5_300L);
    }

    @Test
    void drawsWaitingTimesAndCounts() {
        assertThat(DoubleStream.generate(() -> draws.exponential(3))
                        .limit(100_000)
                        .average()
                        .orElseThrow())
                .isCloseTo(3, within(0.05));
        assertThat(IntStream.generate(() -> draws.poisson(2.5))
                        .limit(100_000)
                        .average()
                        .orElseThrow())
                .isCloseTo(2.5, within(0.03));
    }

    @Test
    void givesEveryStreamASequenceOfItsOwn() {
        assertThat(new Draws(5, Draws.Stream.GAS).uniform()).isNotEqualTo(new Draws(5, Draws.Stream.ORDER).uniform());
        assertThat(new Draws(5, Draws.Stream.GAS).uniform()).isEqualTo(new Draws(5, Draws.Stream.GAS).uniform());
    }
}
