package io.ballast.lab.backtest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.engine.BenchScenarios;
import io.ballast.lab.backtest.engine.ScenarioModel;
import io.ballast.lab.backtest.judgement.RunFacts;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
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
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a result was weighed against is part of its identity: market capitalisations are data as bars are. */
class CapitalisationHashTest {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path root;

    private BenchScenarios files;

    @BeforeEach
    void bars() throws IOException {
        files = new BenchScenarios(root, new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())));
        series("WETH-USDC", hour -> 100.0 + hour);
        series("WBTC-USDC", hour -> 200.0 - hour);
        series("ETH-CAP", hour -> 1e9 + hour);
        series("BTC-CAP", hour -> 3e9 + hour);
    }

    /** Hourly closes from five hours before the period to its end. */
    private void series(String name, IntFunction<Double> closes) throws IOException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int hour = -5; hour < 24; hour++) {
            String close = closes.apply(hour).toString();
            text.append(String.join(",", START.plusSeconds(3_600L * hour).toString(), close, close, close, close, "1"))
                    .append('\n');
        }
        Path file = Files.writeString(root.resolve(name + ".csv"), text);
        new Importer(
                        new HistoryStore(root.resolve("data/prices"), new ParquetFiles()),
                        InstantSource.fixed(START.plusSeconds(1L << 26)))
                .run(
                        new ImportOrder(
                                List.of(file), Optional.of(new SeriesName(name)), ImportMapping.NONE, false, true),
                        begun -> {});
    }

    private RunFacts facts(String capitalisation) {
        Scenario scenario = files.load("""
                universe:
                  WETH: {target: 50%}
                  WBTC: {target: 25%}
                  USDC: {target: 25%}
                timeframe: 1h
                scorer: {type: band}
                """, """
                period: 2020-01-01..2020-01-02
                start: {USDC: 100000}
                data: {prices: {store: data/prices%s}}
                fills: {model: proportional, cost: 10bps}
                """.formatted(capitalisation));
        HistoryStore store = new HistoryStore(scenario.store(), new ParquetFiles());
        try (ScenarioModel model = ScenarioModel.of(scenario)) {
            return new ScenarioFacts(scenario, store, model).of(new ScenarioRun(scenario, store, model.scorer()).run());
        }
    }

    private RunFacts facts() {
        return facts(", capitalisation: {WETH: ETH-CAP, WBTC: BTC-CAP}");
    }

    @Test
    void anotherCapitalisationAtTheStartIsAnotherResultAndALaterOneIsNot() throws IOException {
        RunFacts first = facts();
        series("ETH-CAP", hour -> hour <= 0 ? 1e9 + hour : 7e9);
        RunFacts laterOnly = facts();
        series("ETH-CAP", hour -> hour == 0 ? 2e9 : 1e9 + hour);
        RunFacts other = facts();

        assertThat(first.capitalisation()).contains(List.of(3e9, 1e9));
        assertThat(other.hashes().data()).isNotEqualTo(first.hashes().data());
        assertThat(other.hashes().result()).isNotEqualTo(first.hashes().result());
        assertThat(other.hashes().scenario()).isEqualTo(first.hashes().scenario());
        assertThat(laterOnly.hashes()).isEqualTo(first.hashes());
    }

    @Test
    void withoutCapitalisationsTheDataIsTheBarsAlone() {
        RunFacts bare = facts("");

        assertThat(bare.capitalisation()).isEmpty();
        assertThat(bare.hashes().data()).isNotEqualTo(facts().hashes().data());
    }
}
