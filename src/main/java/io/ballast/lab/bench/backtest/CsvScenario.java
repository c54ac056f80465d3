package io.ballast.lab.bench.backtest;

import io.ballast.lab.backtest.engine.BenchScenarios;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A scenario that the kernel can run straight from a CSV file of minutes.
 *
 * @param closes in units of 10⁻⁸
 */
public record CsvScenario(ScenarioLoader loader, long[] closes) {
    private static final long FIRST = 1_577_836_800L;

    private static final String STRATEGY = """
            universe:
              WBTC: {target: 100%}
              USDC: {target: 0%}
            timeframe: 1m
            rebalance: {steps: [100%], min_trade: 0 USD}
            scorer: {type: sma-cross, fast: 50, slow: 200, moves: full}
            """;

    private static final String SCENARIO = """
            period: 2020-01-01..2050-01-01
            start: {USDC: 1000000}
            data: {prices: {csv: {WBTC: prices.csv}}}
            fills: {model: proportional, cost: 1bps}
            """;

    /** Of a random walk. */
    public static CsvScenario ofWalk(ScenarioLoader loader, long seed, int bars) {
        return new CsvScenario(loader, new RandomWalk(seed).closes(1, bars)[0]);
    }

    /**
     * Writes it with all that belongs to it.
     *
     * @param folder empty
     * @return the scenario's file
     */
    public Path write(Path folder) throws IOException {
        new BenchScenarios(folder, loader).load(STRATEGY, SCENARIO);
        writeCsv(folder.resolve("prices.csv"));
        return folder.resolve("backtests/own.yaml");
    }

    /** As exchanges write bars: the time in seconds, open, high, low and close with eight decimals, and a volume. */
    private void writeCsv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("time,open,high,low,close,volume\n");
            for (int row = 0; row < closes.length; row++) {
                String open = decimal(closes[Math.max(0, row - 1)]);
                String close = decimal(closes[row]);
                boolean up = closes[row] > closes[Math.max(0, row - 1)];
                out.write((FIRST + 60L * row) + "," + open + "," + (up ? close : open) + "," + (up ? open : close) + ","
                        + close + ",1.5\n");
            }
        }
    }

    private static String decimal(long units) {
        String fraction = Long.toString(units % 100_000_000);
        return units / 100_000_000 + "." + "0".repeat(8 - fraction.length()) + fraction;
    }
}
