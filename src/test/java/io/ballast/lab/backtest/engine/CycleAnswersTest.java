package io.ballast.lab.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.SharedFiles;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.baseline.Periodic;
import io.ballast.lab.backtest.baseline.SmaCross;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.scenario.Scenario;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The full decision cycle gives what the kernel gives, whose answers over 100,000 bars are known. A bar counts as a day here, since
 * limits by the day allow one full move in each. Rows are
 * as many as the property says, a tenth for five assets, which is how all are run by hand.
 */
class CycleAnswersTest {
    private static final int ROWS = Integer.getInteger("ballast.cycle.rows", 1_500);
    private static final Duration DAY = Duration.ofDays(1);

    private static long first;
    private static double[][] closes;
    private static long[][] exact;

    @TempDir
    Path root;

    private BenchScenarios files;

    @BeforeAll
    static void load() {
        List<String> lines = SharedFiles.lines("bench/close5-100000.csv.gz");
        int rows = Math.min(ROWS, lines.size() - 1);
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
        first = Long.parseLong(lines.get(1).split(",", -1)[0]);
    }

    @BeforeEach
    void write() {
        files = new BenchScenarios(root);
    }

    @Test
    void crossesMeansLikeTheKernel() {
        Scenario scenario = files.load("""
                universe:
                  WBTC: {target: 100%}
                  USDC: {target: 0%}
                timeframe: 1d
                rebalance: {steps: [100%], min_trade: 0 USD}
                scorer: {type: sma-cross, fast: 50, slow: 200, moves: full}
                """, """
                period: 2020-01-01..2021-01-01
                start: {USDC: 1000000}
                fills: {model: proportional, cost: 1bps}
                """);
        double[][] columns = closes.clone();
        columns[4] = new double[closes[4].length];
        Arrays.fill(columns[4], 1);

        RunRecord run = run(scenario, columns, ROWS);

        KernelResult kernel = new Kernel(new Cost(0.0001, Charging.SELF_FINANCING), Opening.CASH)
                .run(table(ROWS), new SmaCross(0, 50, 200));
        assertSame(run, kernel);
        assertThat(run.trades()).hasSize(kernel.rebalances());
    }

    @Test
    void rebalancesFiveAssetsLikeTheKernel() {
        RunRecord run = run(five("cost: 0bps"), closes, ROWS / 10);

        assertSame(run, new Kernel(Cost.NONE, Opening.INVESTED).run(table(ROWS / 10), Periodic.uniform(5)));
    }

    @Test
    void rebalancesFiveAssetsAtThirtyBasisPointsLikeTheKernel() {
        RunRecord run = run(five("cost: 30bps, charging: before_weighting"), closes, ROWS / 10);

        KernelResult kernel = new Kernel(new Cost(0.003, Charging.BEFORE_WEIGHTING), Opening.INVESTED)
                .run(table(ROWS / 10), Periodic.uniform(5));
        assertSame(run, kernel);
        assertThat(run.costs().total() / run.equity()[0]).isCloseTo(kernel.costs(), within(1e-9));
    }

    private Scenario five(String cost) {
        StringBuilder start = new StringBuilder();
        for (int asset = 0; asset < 5; asset++) {
            BigDecimal amount = new BigDecimal(200_000)
                    .divide(BigDecimal.valueOf(closes[asset][0]), new MathContext(40))
                    .setScale(18, RoundingMode.HALF_EVEN);
            start.append(asset == 0 ? "" : ", ")
                    .append(BenchScenarios.SYMBOLS.get(asset))
                    .append(": ")
                    .append(amount.toPlainString());
        }
        return files.load("""
                universe:
                  WBTC: {target: 20%}
                  WETH: {target: 20%}
                  LINK: {target: 20%}
                  UNI: {target: 20%}
                  USDC: {target: 20%}
                timeframe: 1d
                rebalance: {steps: [100%], min_trade: 0 USD}
                scorer: {type: band, moves: full}
                """, """
                period: 2020-01-01..2021-01-01
                start: {START}
                fills: {model: proportional, COST}
                """.replace("START", start).replace("COST", cost));
    }

    private static PriceTable table(int rows) {
        return PriceTable.ofCloses(Arrays.stream(exact)
                .map(column -> Arrays.copyOf(column, Math.min(rows, column.length)))
                .toArray(long[][]::new));
    }

    private static RunRecord run(Scenario scenario, double[][] columns, int rows) {
        double[][] part = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, Math.min(rows, column.length)))
                .toArray(double[][]::new);
        return new Backtest(scenario, BenchScenarios.table(scenario, first, DAY, part), Optional.empty()).run();
    }

    private static void assertSame(RunRecord run, KernelResult kernel) {
        assertThat(run.rows()).isEqualTo(kernel.equity().length);
        for (int row = 0; row < run.rows(); row++) {
            assertThat(run.equity()[row] / run.equity()[0] * kernel.equity()[0])
                    .as("row %d", row)
                    .isCloseTo(kernel.equity()[row], within(1e-9));
        }
    }
}
