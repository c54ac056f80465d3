package io.ballast.lab.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.lab.bench.Effort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Speeds count only where answers agree. */
class ContestTest {
    private static final RandomWalk WALK = new RandomWalk(7);

    @Test
    void kernelAndLoopsAgreeInEveryRow() {
        Contest contest = new Contest(WALK.closes(Contest.ASSETS, 3_000));

        assertThat(contest.check()).isLessThan(1e-11);
        assertThat(contest.w1().rebalances()).isGreaterThan(5);
        assertThat(contest.w2().turnover()).isPositive();
    }

    @Test
    void refusesToTimeWhatDisagrees() {
        assertThatExceptionOfType(UnequalResultsException.class)
                .isThrownBy(() -> Contest.requireSame("W1", new double[] {1, 1.1}, new double[] {1, 1.100_001}))
                .withMessage("W1, row 1: the kernel has 1.1, the plain loop 1.100001");
        assertThatExceptionOfType(UnequalResultsException.class)
                .isThrownBy(() -> Contest.requireSame("W1", new double[] {Double.NaN}, new double[] {1}));
    }

    @Test
    void aLongerWalkBeginsLikeAShorterOne() {
        long[][] brief = WALK.closes(2, 10);
        long[][] longer = WALK.closes(2, 20);

        for (int asset = 0; asset < 2; asset++) {
            assertThat(longer[asset]).startsWith(brief[asset]);
        }
        assertThat(new RandomWalk(8).closes(2, 10)[0]).isNotEqualTo(brief[0]);
    }

    @Test
    void saysWhichBoundIsKept() {
        assertThat(Figure.of("speed", 6e6, "bars/s").least(5e6).line()).contains("6.00 M bars/s", ">= 5.00 M  held");
        assertThat(Figure.of("time", 2, "s").most(1.5).line()).endsWith("<= 1.50  NOT held");
        assertThat(Figure.of("time", Double.NaN, "s").most(1.5).held()).isFalse();
    }

    @Test
    void measuresEachLengthOnce() {
        List<Figure> figures = new LinearFigures(7, 20_000, new Effort(1, 0)).measure();

        assertThat(figures)
                .extracting(Figure::what)
                .containsExactly(
                        "W1 kernel over 10 k bars",
                        "W2 kernel over 10 k bars",
                        "W1 longest over cheapest",
                        "W2 longest over cheapest");
    }
}
