package io.ballast.lab.backtest;

import io.ballast.base.metric.Draws;
import io.ballast.lab.backtest.baseline.Mix;
import io.ballast.lab.backtest.baseline.Threshold;
import io.ballast.lab.backtest.judgement.Hashes;
import io.ballast.lab.backtest.judgement.RunFacts;
import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.judgement.RunFacts.FillFacts;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs over prices that wander: two assets and cash. */
public final class SampleRuns {
    public static final double CAPITAL = 50_000;
    public static final double RATE = 0.003;
    private static final long START = 1_672_531_200;

    private static final List<String> ASSETS = List.of("WETH", "WBTC", "USDC");
    private static final List<Double> TARGETS = List.of(0.4, 0.3, 0.3);

    private SampleRuns() {}

    /** Hours that lead through a rise and a fall. */
    public static double[][] prices(int rows, long seed) {
        Draws draws = new Draws(seed);
        double[][] prices = new double[3][rows];
        Arrays.fill(prices[2], 1);
        double[] start = {1_200, 16_500};
        for (int asset = 0; asset < 2; asset++) {
            double price = start[asset];
            for (int row = 0; row < rows; row++) {
                prices[asset][row] = price;
                double drift = 1e-4 * Math.sin(6.0 * row / rows);
                double noise = 0.006 * (draws.uniform() + draws.uniform() + draws.uniform() - 1.5);
                price *= Math.exp(drift + noise);
            }
        }
        return prices;
    }

    /** Seconds of hours from the first of 2023 on. */
    public static long[] hours(int rows) {
        long[] times = new long[rows];
        Arrays.setAll(times, row -> START + 3_600L * row);
        return times;
    }

    public static RunRecord threshold(int rows, double distance) {
        return of("core", new Threshold(Mix.of(0.4, 0.3), distance), rows);
    }

    public static RunRecord of(String name, WeightStrategy strategy, int rows) {
        return new KernelRun(ASSETS, hours(rows), prices(rows, 5), CAPITAL, RATE).of(name, strategy);
    }

    public static RunFacts facts(String scenario) {
        return new RunFacts(
                "core 2023",
                new DataFacts("B (2 gaps)", List.of("Synthetic prices <of a test> & nothing else."), false),
                new FillFacts("proportional", List.of("30 bps of traded value."), RATE),
                CAPITAL,
                List.of(0.0, 0.0, 1.0),
                TARGETS,
                Optional.empty(),
                new Hashes(scenario, "b0b49ac2f226a0dc", "0.1.0", Optional.empty()),
                7);
    }
}
