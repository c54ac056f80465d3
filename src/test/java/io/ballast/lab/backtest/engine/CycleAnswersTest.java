package io.ballast.lab.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.SharedFiles;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Bps;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.baseline.Periodic;
import io.ballast.lab.backtest.baseline.SmaCross;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The full decision cycle gives what the kernel gives, whose answers over 100,000 bars are known. All of them are decided on where
 * most bars hold; where every bar trades five assets they are as many as the property says, which is how all are run by hand.
 */
class CycleAnswersTest {
    private static final int ROWS = Integer.getInteger("ballast.cycle.rows", 600);
    private static final ScenarioLoader LOADER = new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of()));

    private static double[][] closes;
    private static long[][] exact;

    @TempDir
    Path root;

    @BeforeAll
    static void load() {
        List<String> lines = SharedFiles.lines("bench/close5-100000.csv.gz");
        int rows = lines.size() - 1;
        closes = new double[5][rows];
        exact = new long[5][rows];
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            for (int asset = 0; asset < 5; asset++) {
                closes[asset][row] = Double.parseDouble(cells[asset + 1]);
                exact[asset][row] =
                        new BigDecimal(cells[asset + 1]).movePointRight(8).longValueExact();
            }
        }
    }

    @Test
    void crossesMeansLikeTheKernel() {
        RunRecord run =
                CycleWork.smaCross(LOADER, root, closes[0], 50, 200, new Bps(1)).record();

        KernelResult kernel = new Kernel(new Cost(0.0001, Charging.SELF_FINANCING), Opening.CASH)
                .run(table(closes[0].length), new SmaCross(0, 50, 200));
        assertSame(run, kernel);
        assertThat(run.equity()[run.rows() - 1] / 1_000_000).isCloseTo(0.706387339, within(1e-9));
        assertThat(run.trades()).hasSize(kernel.rebalances()).hasSize(646);
    }

    @Test
    void rebalancesFiveAssetsLikeTheKernel() {
        RunRecord run = five(Bps.ZERO);

        assertSame(run, new Kernel(Cost.NONE, Opening.INVESTED).run(table(ROWS), Periodic.uniform(5)));
    }

    @Test
    void rebalancesFiveAssetsAtThirtyBasisPointsLikeTheKernel() {
        RunRecord run = five(new Bps(30));

        KernelResult kernel = new Kernel(new Cost(0.003, Charging.BEFORE_WEIGHTING), Opening.INVESTED)
                .run(table(ROWS), Periodic.uniform(5));
        assertSame(run, kernel);
        assertThat(run.costs().total() / run.equity()[0]).isCloseTo(kernel.costs(), within(1e-9));
    }

    private RunRecord five(Bps cost) {
        double[][] part = Arrays.stream(closes)
                .map(column -> Arrays.copyOf(column, Math.min(ROWS, column.length)))
                .toArray(double[][]::new);
        return CycleWork.equalWeights(LOADER, root, part, cost).record();
    }

    private static PriceTable table(int rows) {
        return PriceTable.ofCloses(Arrays.stream(exact)
                .map(column -> Arrays.copyOf(column, Math.min(rows, column.length)))
                .toArray(long[][]::new));
    }

    private static void assertSame(RunRecord run, KernelResult kernel) {
        double[] equity = run.equity();
        double[] due = kernel.equity();
        assertThat(equity).hasSameSizeAs(due);
        for (int row = 0; row < due.length; row++) {
            assertThat(equity[row] / equity[0] * due[0]).as("row %d", row).isCloseTo(due[row], within(1e-9));
        }
    }
}
