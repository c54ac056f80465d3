package io.ballast.lab.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Token;
import io.ballast.lab.backtest.RunRecord;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bars that are not there: the last price stays, is marked as old, and nothing is made up; what is missing for days is refused. */
class BarGapsTest {
    /** Midnight of the period's first day. */
    private static final long START = 1_577_836_800;

    private static final int HOUR = 3_600;

    @TempDir
    Path root;

    private Scenario scenario;
    private HistoryStore store;

    @BeforeEach
    void write() {
        scenario = new BenchScenarios(root, new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())))
                .load("""
                universe:
                  WETH: {target: 50%}
                  WBTC: {target: 25%}
                  USDC: {target: 25%}
                timeframe: 1h
                rebalance: {steps: [100%], min_trade: 1 USD}
                scorer: {type: band, moves: full}
                """, """
                period: 2020-01-01..2020-01-03
                start: {USDC: 100000}
                data: {prices: {store: data/prices}}
                fills: {model: proportional, cost: 10bps}
                """);
        store = new HistoryStore(scenario.store(), new ParquetFiles());
    }

    /** Hours counted from the period's first; the close is a hundred and the hour. */
    private void series(String name, int from, int to, IntPredicate absent) throws IOException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int hour = from; hour < to; hour++) {
            if (!absent.test(hour)) {
                text.append(START + (long) hour * HOUR)
                        .append(",100,900,50,")
                        .append(200 + hour)
                        .append(",1\n");
            }
        }
        Path file = Files.writeString(root.resolve(name + ".csv"), text);
        new Importer(store, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")))
                .run(
                        new ImportOrder(
                                List.of(file),
                                Optional.of(new SeriesName(name + "-USDC")),
                                ImportMapping.NONE,
                                false,
                                true),
                        begun -> {});
    }

    private BarTable load() {
        return new BarLoader(scenario, store).load(10);
    }

    private int column(String symbol) {
        return scenario.agent().universe().tokens().stream()
                .map(Token::symbol)
                .toList()
                .indexOf(symbol);
    }

    @Test
    void anAbsentBarKeepsTheLastCloseAndIsMarked() throws IOException {
        series("WETH", -5, 48, hour -> hour == 7 || hour == 8);
        series("WBTC", -5, 48, hour -> false);

        BarTable table = load();

        int weth = column("WETH");
        int row = table.first() + 7;
        assertThat(table.first()).isEqualTo(5);
        assertThat(table.rows()).isEqualTo(53);
        assertThat(table.closes()[weth][row]).isEqualTo(206);
        assertThat(table.opens()[weth][row + 1]).isEqualTo(206);
        assertThat(table.closes()[weth][row + 2]).isEqualTo(209);
        assertThat(table.absent()[weth].stream()).containsExactly(row, row + 1);
        assertThat(table.absent()[column("WBTC")].isEmpty()).isTrue();
    }

    @Test
    void aBarOfOnePriceOpensAtTheCloseBefore() throws IOException {
        series("WETH", -5, 48, hour -> false);
        StringBuilder closes = new StringBuilder("time,WBTC-USDC\n");
        for (int hour = -5; hour < 48; hour++) {
            closes.append(START + (long) hour * HOUR)
                    .append(',')
                    .append(300 + hour)
                    .append('\n');
        }
        Path panel = Files.writeString(root.resolve("panel.csv"), closes);
        new Importer(store, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")))
                .run(new ImportOrder(List.of(panel), Optional.empty(), ImportMapping.NONE, true, false), begun -> {});

        BarTable table = load();

        int wbtc = column("WBTC");
        assertThat(table.opens()[wbtc][0]).isEqualTo(295);
        assertThat(table.opens()[wbtc][6]).isEqualTo(300).isEqualTo(table.closes()[wbtc][5]);
        assertThat(table.opens()[column("WETH")][6]).isEqualTo(100);
    }

    @Test
    void anHourWithoutAnyBarIsNoRow() throws IOException {
        series("WETH", 0, 48, hour -> hour == 7);
        series("WBTC", 0, 48, hour -> hour == 7);

        BarTable table = load();

        assertThat(table.rows()).isEqualTo(47);
        assertThat(table.close(7)).isEqualTo(Instant.ofEpochSecond(START + 9 * HOUR));
    }

    @Test
    void aGapAtTheStartBeginsTheRunLateAndNeverEarly() throws IOException {
        series("WETH", -5, 48, hour -> hour >= 0 && hour < 3);
        series("WBTC", 2, 48, hour -> false);

        BarTable table = load();

        // WBTC has no price before its first bar; WETH keeps the one from before the gap.
        assertThat(table.close(table.first())).isEqualTo(Instant.ofEpochSecond(START + 3 * HOUR));
        assertThat(table.first()).isZero();
        assertThat(table.closes()[column("WETH")][0]).isEqualTo(199);
        assertThat(table.absent()[column("WETH")].get(0)).isTrue();
    }

    @Test
    void aSeriesThatBeginsDaysLateIsRefused() throws IOException {
        series("WETH", -5, 48, hour -> false);
        series("WBTC", 30, 48, hour -> false);

        assertThatThrownBy(this::load)
                .isInstanceOf(DataRefusedException.class)
                .hasMessageContaining("the period starts on 2020-01-01T00:00:00Z, the last of its series begins on"
                        + " 2020-01-02T06:00:00Z");
    }

    @Test
    void aGapAtTheEndKeepsThePriceAndNobodyTradesOnIt() throws IOException {
        series("WETH", -5, 40, hour -> false);
        series("WBTC", -5, 48, hour -> false);

        RunRecord run = new BacktestRun(scenario, store, Optional.empty()).run();

        assertThat(run.rows()).isEqualTo(48);
        assertThat(run.prices()[run.assets().indexOf("WETH")][47]).isEqualTo(239);
        assertThat(run.trades()).isNotEmpty().allMatch(trade -> trade.row() < 40);
        assertThat(run.decisions()).anyMatch(decision -> decision.row() > 40);
    }
}
