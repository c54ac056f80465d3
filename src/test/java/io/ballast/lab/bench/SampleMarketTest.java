package io.ballast.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.sense.dex.ConcentratedPool;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleMarketTest {
    private static final SampleMarket MARKET = new SampleMarket(7, 200);

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(MARKET.pool()).isEqualTo(new SampleMarket(7, 200).pool());
        assertThat(MARKET.sets()).isEqualTo(new SampleMarket(7, 200).sets());
        assertThat(MARKET.pool()).isNotEqualTo(new SampleMarket(8, 200).pool());
        assertThat(MARKET.sets()).isNotEqualTo(new SampleMarket(8, 200).sets());
    }

    @Test
    void hasAPoolOf202TicksAtThreeThousandDollars() {
        ConcentratedPool pool = MARKET.pool();

        assertThat(pool.ticks().size()).isEqualTo(202);
        assertThat(pool.midPrice(pool.token0()).doubleValue()).isBetween(2_990.0, 3_010.0);
    }

    @Test
    void crossesFewSomeAndManyTicks() {
        List<SetFigures> figures = new AmmBench(MARKET.pool(), MARKET.sets(), new Effort(1, 0)).run();

        assertThat(figures).extracting(SetFigures::name).containsExactly("small", "middle", "large");
        assertThat(figures.get(0).ticksCrossedMean()).isBetween(0.05, 1.0);
        assertThat(figures.get(1).ticksCrossedMean()).isBetween(1.0, 6.0);
        assertThat(figures.get(2).ticksCrossedMean()).isBetween(10.0, 40.0);
        assertThat(figures.get(2).ticksCrossedMost()).isGreaterThan(60);
        assertThat(figures).allMatch(set -> set.ratio().isEmpty() && set.agrees());
    }

    /** Once compiled; what the interpreter allocates is another matter, so this takes a while to be true. */
    @Test
    void allocatesAtMostTwoHundredBytesASwap() {
        List<SetFigures> figures = new AmmBench(MARKET.pool(), MARKET.sets(), new Effort(20, 1)).run();

        assertThat(figures).allSatisfy(set -> assertThat(set.bytesPerSwap()).isLessThanOrEqualTo(200));
    }
}
