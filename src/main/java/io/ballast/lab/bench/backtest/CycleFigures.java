package io.ballast.lab.bench.backtest;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.units.Token;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.engine.BarTable;
import io.ballast.lab.backtest.engine.Backtest;
import io.ballast.lab.backtest.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * W1 through the agent's own cycle, gate and ledger, decision by decision, as {@code ballast backtest} runs it. A bar counts as a day here,
 * because limits by the day allow one full move in each.
 *
 * @param closes of the asset, in units of 10⁻⁸
 */
record CycleFigures(ConfigLoader loader, long[] closes) {
    private static final double BOUND = 100_000;
    private static final int ROUNDS = 3;
    private static final Duration DAY = Duration.ofDays(1);

    /** What the cycle's amounts, integers of a token's smallest unit, may be off by. */
    private static final double TOLERANCE = 1e-9;

    private static final String STRATEGY = """
            universe:
              WBTC: {target: 100%}
              USDC: {target: 0%}
            timeframe: 1d
            rebalance: {steps: [100%], min_trade: 0 USD}
            scorer: {type: sma-cross, fast: 50, slow: 200, moves: full}
            """;

    private static final String SCENARIO = """
            period: 2020-01-01..2021-01-01
            start: {USDC: 1000000}
            fills: {model: proportional, cost: 1bps}
            """;

    /**
     * The best of a few runs, by the clock on the wall.
     *
     * @throws UnequalResultsException if the kernel gives another equity in any row
     */
    List<Figure> measure(Path folder) throws IOException {
        Scenario scenario = BenchProject.load(loader, BenchProject.in(folder, 18).add("cycle", STRATEGY, SCENARIO));
        BarTable table = table(scenario, "WBTC", closes);
        double[] kernel = new Contest(new long[][] {closes, closes, closes, closes, closes}).w1().equity();
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            RunRecord run = new Backtest(scenario, table, Optional.empty()).run();
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
            requireSame(run.equity(), kernel);
        }
        return List.of(Figure.of("W1 full decision cycle", closes.length / best, "decisions/s")
                .least(BOUND)
                .noting(closes.length + " decisions"));
    }

    private static void requireSame(double[] cycle, double[] kernel) {
        for (int row = 0; row < kernel.length; row++) {
            if (!(Contest.difference(cycle[row] / cycle[0] * kernel[0], kernel[row]) <= TOLERANCE)) {
                throw new UnequalResultsException("W1, row " + row + ": the cycle has " + cycle[row] / cycle[0]
                        + ", the kernel " + kernel[row] / kernel[0]);
            }
        }
    }

    /** Bars of a day each, whose opens are their closes; all else but the asset is worth 1 USD. */
    static BarTable table(Scenario scenario, String asset, long[] closes) {
        List<Token> tokens = scenario.agent().universe().tokens();
        long first = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
        long[] starts = new long[closes.length];
        Arrays.setAll(starts, row -> first + row * DAY.toMillis());
        double[] ones = new double[closes.length];
        Arrays.fill(ones, 1);
        double[] prices = Arrays.stream(closes).mapToDouble(close -> close / RandomWalk.WHOLE).toArray();
        double[][] columns = new double[tokens.size()][];
        BitSet[] absent = new BitSet[tokens.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = tokens.get(i).symbol().equals(asset) ? prices : ones;
            absent[i] = new BitSet();
        }
        return new BarTable(tokens, DAY, starts, columns, columns, absent, 0);
    }
}
