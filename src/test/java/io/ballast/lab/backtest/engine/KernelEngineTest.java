package io.ballast.lab.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.config.ConfigException;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.columns.KernelBacktest;
import io.ballast.lab.backtest.columns.KernelOutcome;
import io.ballast.lab.backtest.columns.KernelSummary;
import io.ballast.lab.backtest.columns.UnfitForKernelException;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.SeriesName;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.lab.data.imports.ImportOrder;
import io.ballast.lab.data.imports.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --engine kernel} gives from CSV files what the full cycle gives from the store that they were imported into. */
class KernelEngineTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final int DAYS = 300;
    private static final String CROSSING = """
            universe:
              WBTC: {target: 100%}
              USDC: {target: 0%}
            timeframe: 1d
            rebalance: {steps: [100%], min_trade: 0 USD}
            scorer: {type: sma-cross, fast: 5, slow: 20, moves: full}
            """;
    private static final String MIX = """
            universe:
              WBTC: {target: 30%}
              WETH: {target: 45%}
              USDC: {target: 25%}
            timeframe: 1d
            rebalance: {steps: [100%], min_trade: 0 USD}
            scorer: {type: band, moves: full}
            """;
    private static final String FRAME = """
            period: 2020-01-21..2021-01-01
            start: {USDC: 90000000}
            data: {prices: PRICES}
            fills: {model: proportional, FILLS}
            """;
    private static final String FILES = "{csv: {WBTC: WBTC-USDC.csv, WETH: WETH-USDC.csv}}";

    @TempDir
    Path root;

    private BenchScenarios files;

    @BeforeEach
    void write() throws IOException {
        files = new BenchScenarios(root, new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())));
        Path one = csv("WBTC-USDC", 5);
        Path other = csv("WETH-USDC", 6);
        new Importer(store(), CLOCK)
                .run(
                        new ImportOrder(
                                List.of(one),
                                Optional.of(new SeriesName("WBTC-USDC")),
                                ImportMapping.NONE,
                                false,
                                false),
                        line -> {});
        new Importer(store(), CLOCK)
                .run(
                        new ImportOrder(
                                List.of(other),
                                Optional.of(new SeriesName("WETH-USDC")),
                                ImportMapping.NONE,
                                false,
                                false),
                        line -> {});
    }

    private HistoryStore store() {
        return new HistoryStore(root.resolve("store"), new ParquetFiles());
    }

    private Path csv(String name, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        double open = 100;
        for (int day = 0; day < DAYS; day++) {
            double close = open * (0.96 + 0.08 * random.nextDouble());
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.6f,%.6f,%.6f,1%n",
                    1_577_836_800L + 86_400L * day,
                    open,
                    Math.max(open, close) + 1,
                    Math.min(open, close) - 1,
                    close));
            open = close;
        }
        return Files.writeString(root.resolve(name + ".csv"), text);
    }

    private Scenario scenario(String strategy, String prices, String fills) {
        return files.load(strategy, FRAME.replace("PRICES", prices).replace("FILLS", fills));
    }

    private KernelOutcome kernel(Scenario scenario) {
        return new KernelBacktest(scenario, store(), CLOCK).run();
    }

    private static void requireSame(KernelOutcome kernel, RunRecord cycle) {
        double[] curve = kernel.own().curve();
        assertThat(curve).hasSameSizeAs(cycle.equity());
        assertThat(kernel.times()).isEqualTo(cycle.times());
        for (int row = 1; row < curve.length; row++) {
            assertThat(curve[row] / cycle.equity()[row]).as("row %d", row).isCloseTo(1, within(1e-9));
        }
    }

    private RunRecord cycle(Scenario scenario) {
        return new BacktestRun(scenario, store(), Optional.empty()).run();
    }

    @Test
    void crossesMeansFromFilesLikeTheFullCycleFromAStore() {
        RunRecord cycle = cycle(scenario(CROSSING, "{store: store}", "cost: 1bps"));

        KernelOutcome kernel = kernel(scenario(CROSSING, FILES, "cost: 1bps"));

        requireSame(kernel, cycle);
        assertThat(kernel.own().trading().trades())
                .isEqualTo(cycle.trades().size())
                .isGreaterThan(5);
        assertThat(kernel(scenario(CROSSING, "{store: store}", "cost: 1bps"))
                        .own()
                        .curve())
                .containsExactly(kernel.own().curve());
    }

    @ParameterizedTest
    @CsvSource({"0, 25, 'cost: 0bps'", "25, 0, 'cost: 30bps, charging: before_weighting'"})
    void restoresWeightsLikeTheFullCycle(int more, int cash, String fills) {
        String mix = MIX.replace("30%", 30 + more + "%").replace("25%", cash + "%");
        RunRecord cycle = cycle(scenario(mix, "{store: store}", fills));

        KernelOutcome kernel = kernel(scenario(mix, FILES, fills));

        requireSame(kernel, cycle);
        assertThat(kernel.own().trading().cost()).isCloseTo(cycle.costs().total() / 90_000_000, within(1e-9));
    }

    @Test
    void saysFirstAndLastThatItWasNotTheCycle() {
        KernelOutcome kernel = kernel(scenario(CROSSING, FILES, "cost: 1bps"));

        assertThat(KernelSummary.lines(kernel, 3))
                .allMatch(line -> line.length() <= 80)
                .startsWith("ENGINE: columnar kernel, proportional cost, no exchange simulated")
                .endsWith("NO VERDICT: the kernel alone supports none");
        assertThat(KernelSummary.document(kernel, 3))
                .containsEntry("engine", "columnar kernel, proportional cost, no exchange simulated")
                .containsEntry("verdict", null)
                .containsEntry("trials", 3);
        assertThat(kernel.trial().identity()).isEqualTo(kernel.hashes().result());
    }

    @Test
    void refusesWhatItWouldLeaveOut() {
        String banded = CROSSING.replace(", moves: full", "").replace("min_trade: 0", "min_trade: 10");

        assertThatExceptionOfType(UnfitForKernelException.class)
                .isThrownBy(() -> kernel(scenario(banded, FILES, "cost: 1bps")))
                .satisfies(refused -> assertThat(refused.reasons())
                        .satisfiesExactly(
                                reason -> assertThat(reason).startsWith("scorer.moves: is banded"),
                                reason -> assertThat(reason).startsWith("rebalance.min_trade: is 10")));
        assertThatExceptionOfType(UnfitForKernelException.class)
                .isThrownBy(() -> kernel(scenario(MIX, FILES, "cost: 1bps")))
                .satisfies(refused -> assertThat(refused.reasons())
                        .satisfiesExactly(
                                reason -> assertThat(reason).startsWith("fills.charging: is self_financing"),
                                reason -> assertThat(reason).startsWith("universe.USDC: is cash with a weight")));
        assertThatExceptionOfType(UnfitForKernelException.class)
                .isThrownBy(() -> kernel(scenario(MIX.replace("band", "sma-cross"), FILES, "cost: 1bps")))
                .withMessageStartingWith("universe: expected one token at 100%");
        assertThatExceptionOfType(UnfitForKernelException.class)
                .isThrownBy(() -> kernel(files.load(
                        CROSSING,
                        FRAME.replace("PRICES", FILES)
                                .replace("FILLS", "cost: 1bps")
                                .replace("{USDC: 90000000}", "{USDC: 1, WBTC: 1}"))))
                .withMessageStartingWith("start: holds more than cash");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {csv: {WBTC: a.csv}}                               | data.prices.csv: has no file of WETH
            {csv: {WBTC: a.csv, WETH: b.csv, DOGE: c.csv}}     | data.prices.csv.DOGE: "DOGE" is not in the strategy's universe
            {csv: {WBTC: a.csv, WETH: b.csv, USDC: c.csv}}     | data.prices.csv.USDC: is the cash, which is taken as 1 USD
            {csv: {WBTC: a.csv, WETH: b.csv}, store: store}    | data.prices.store: has no meaning beside csv
            """)
    void everyMistakeAboutFilesHasItsPlace(String prices, String line) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> scenario(MIX, prices, "cost: 1bps"))
                .withMessageContaining(line);
    }

    @Test
    void theFullCycleRefusesFiles() {
        Scenario scenario = scenario(CROSSING, FILES, "cost: 1bps");

        assertThatExceptionOfType(DataRefusedException.class)
                .isThrownBy(() -> cycle(scenario))
                .withMessageContaining("--engine kernel alone");
    }

    @Test
    void refusesFilesThatDoNotFitTogetherOrThatAnImportRefuses() throws IOException {
        Path other = root.resolve("WETH-USDC.csv");
        List<String> lines = Files.readAllLines(other);
        Files.write(other, lines.subList(0, 200));
        assertThatExceptionOfType(DataRefusedException.class)
                .isThrownBy(() -> kernel(scenario(MIX, FILES, "cost: 0bps")))
                .withMessageContaining("has other times than")
                .withMessageContaining("from bar 200 on");

        Files.writeString(other, String.join("\n", lines.subList(0, 100)) + "\n" + lines.get(99) + "\n");
        assertThatExceptionOfType(DataRefusedException.class)
                .isThrownBy(() -> kernel(scenario(MIX, FILES, "cost: 0bps")))
                .withMessageContaining("WETH-USDC.csv:101: time")
                .withMessageContaining("is there twice");
    }
}
