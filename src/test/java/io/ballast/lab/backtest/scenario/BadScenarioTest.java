package io.ballast.lab.backtest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.config.ConfigException;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario can do wrong: one line for each problem, with its place. */
class BadScenarioTest {
    private static final String RIGHT = """
            schema: 1
            strategy: core4
            period: 2023-01-01..2023-02-01
            start: {USDC: 50000}
            data: {prices: {store: data/prices, timeframe: 1h}}
            fills:
              model: bars
              depth:
                WETH/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 8 USD}
                WBTC/WETH: {venue: uniswap-v3, fee: 5bps, tvl: 8 USD}
                LINK/WETH: {venue: uniswap-v3, fee: 30bps, tvl: 8 USD}
              delay: 4 blocks
              gas: {base_fee: 0.1 gwei, data_fee: 0.0001 ETH}
            risk: config/agent.yaml
            """;

    @TempDir
    Path root;

    @BeforeEach
    void copy() throws IOException {
        Path project = Path.of(System.getProperty("ballast.root", ""));
        for (String file :
                new String[] {"config/agent.yaml", "config/networks/arbitrum.yaml", "strategies/core4.yaml"}) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(project.resolve(file), root.resolve(file));
        }
    }

    private Scenario load(String text) throws IOException {
        Path file = root.resolve("backtests/own.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // Neither an account nor nodes are given: a backtest needs none.
        return new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())).load(file);
    }

    @Test
    void aRightOneLoadsWithoutAnAccountOrANode() throws IOException {
        Scenario scenario = load(RIGHT);

        assertThat(scenario.name()).isEqualTo("own");
        assertThat(scenario.fills()).isInstanceOfSatisfying(Fills.Bars.class, bars -> {
            assertThat(bars.pools()).hasSize(3);
            assertThat(bars.delay()).isEqualTo(4);
        });
        // A pool that the network pins keeps its address.
        assertThat(scenario.agent().universe().pools())
                .anyMatch(pool -> pool.id().hex().equals("0xc6962004f452be9203591991d15f6b388e09e8d0"));
    }

    @Test
    void everyDifferenceChangesTheHash() throws IOException {
        String hash = load(RIGHT).hash().hex();

        assertThat(load(RIGHT).hash().hex()).isEqualTo(hash);
        assertThat(load(RIGHT.replace("USDC: 50000", "USDC: 50001")).hash().hex())
                .isNotEqualTo(hash);
        assertThat(load(RIGHT.replace("tvl: 8 USD", "tvl: 9 USD")).hash().hex()).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-01-01..2023-02-01 | 2023-02-01..2023-01-01 | 3:9: period: "2023-02-01..2023-01-01" ends before it has begun
            2023-01-01..2023-02-01 | 2023-01-01..2023-02-30 | 3:9: period: "2023-01-01..2023-02-30" has no day "2023-02-30"
            USDC: 50000            | USDC: -1               | 4:15: start.USDC: "-1" is negative
            USDC: 50000            | DOGE: 1                | 4:15: start.DOGE: "DOGE" is not in the strategy's universe
            USDC: 50000            | USDC: 0                | 4:8: start: is nothing
            timeframe: 1h          | timeframe: 4h          | 5:48: data.prices.timeframe: is 14400s, expected the 3600s
            store: data/prices     | csv: {WETH: a.csv}     | data.prices.csv: has no meaning with this model
            model: bars            | model: exact           | 7:10: fills.model: "exact" is not known
            model: bars            | model: events          | 9:5: fills.depth: has no meaning with model: events
            LINK/WETH              | LINK                   | "LINK" has no "/"
            LINK/WETH              | DOGE/WETH              | fills.depth.DOGE/WETH: "DOGE" is not in the strategy's universe
            venue: uniswap-v3, fee: 30bps | venue: sushiswap-v3, fee: 30bps | expected uniswap-v3 or uniswap-v2
            fee: 30bps             | fee: 31bps             | fills.depth.LINK/WETH.fee: is no fee of uniswap-v3
            delay: 4 blocks        | delay: 14400 blocks    | 12:10: fills.delay: is a whole bar or more
            base_fee: 0.1 gwei,    | history: gas.csv,      | fills.gas.history: no file
            ', data_fee: 0.0001 ETH' | ''                   | says no data_fee
            delay: 4 blocks        | cost: 30bps            | 12:9: fills.cost: has no meaning with model: bars
            strategy: core4        | strategy: core5        | 2:11: strategy: no file
            risk: config/agent.yaml | risk: config/none.yaml | no such file
            """)
    void isRefusedWithItsPlace(String before, String after, String line) {
        assertThat(RIGHT).contains(before);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> load(RIGHT.replace(before, after)))
                .withMessageContaining(line);
    }
}
