package io.ballast.lab.backtest.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.SharedFiles;
import io.ballast.base.metric.Drawdown;
import io.ballast.base.metric.EquityCurve;
import io.ballast.lab.backtest.baseline.Periodic;
import io.ballast.lab.backtest.baseline.SmaCross;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The answers on which several engines agree, over 100,000 bars. */
class BenchAnswersTest {
    private static PriceTable five;

    @BeforeAll
    static void load() {
        List<String> lines = SharedFiles.lines("bench/close5-100000.csv.gz");
        long[][] closes = new long[5][lines.size() - 1];
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int asset = 0; asset < 5; asset++) {
                closes[asset][row - 1] =
                        new BigDecimal(cells[asset + 1]).movePointRight(8).longValueExact();
            }
        }
        five = PriceTable.ofCloses(closes);
    }

    @Test
    void crossesMeansToTheStatedEquity() {
        KernelResult result =
                new Kernel(new Cost(0.0001, Charging.SELF_FINANCING), Opening.CASH).run(five, new SmaCross(0, 50, 200));

        assertThat(result.last()).isCloseTo(0.706387339, within(1e-9));
        assertThat(fall(result)).isCloseTo(-0.358463174, within(1e-9));
        assertThat(result.rebalances()).isEqualTo(646);
    }

    @Test
    void rebalancesFiveAssetsWithoutCost() {
        KernelResult result = new Kernel(Cost.NONE, Opening.CASH).run(five, Periodic.uniform(5));

        assertThat(result.last()).isCloseTo(0.654950742377, within(1e-11));
        // The product of the mean relatives with 40 digits: the stated answer itself is off by 4e-12.
        assertThat(result.last()).isCloseTo(0.6549507423730495, within(1e-14));
        assertThat(fall(result)).isCloseTo(-0.374505097763, within(1e-11));
    }

    @Test
    void rebalancesFiveAssetsAtThirtyBasisPoints() {
        KernelResult result =
                new Kernel(new Cost(0.003, Charging.BEFORE_WEIGHTING), Opening.INVESTED).run(five, Periodic.uniform(5));

        assertThat(result.last()).isCloseTo(0.56906495325, within(1e-11));
        assertThat(fall(result)).isCloseTo(-0.452361387619, within(1e-11));
        assertThat(result.turnover()).isCloseTo(46.8551116452, within(1e-9));
    }

    private static double fall(KernelResult result) {
        return Drawdown.deepest(EquityCurve.of(result.returns())).depth();
    }
}
