package io.ballast.lab.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Decision;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.metric.Draws;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who leaves out what cannot change a decision decides the same as who looks at everything. */
class ThoroughTest {
    private static final int ROWS = 200;

    @TempDir
    Path root;

    private static double[][] closes() {
        Draws draws = new Draws(5);
        double[][] closes = new double[5][ROWS];
        Arrays.fill(closes[4], 1);
        for (int asset = 0; asset < 4; asset++) {
            double price = 100;
            for (int row = 0; row < ROWS; row++) {
                closes[asset][row] = price;
                price *= Math.exp(0.03 * (draws.uniform() - 0.5));
            }
        }
        return closes;
    }

    private static List<CycleOutcome> outcomes(Backtest run) {
        List<CycleOutcome> all = new ArrayList<>();
        run.watch(ROWS - 1, (outcome, row) -> all.add(outcome));
        return all;
    }

    @Test
    void briefAndThoroughDecisionsAreEqualInAllThatBothHave() {
        assertSame(scenario("""
                universe:
                  WETH: {target: 40%}
                  WBTC: {target: 30%}
                  USDC: {target: 30%}
                timeframe: 1h
                rebalance: {no_trade_band: 2%, steps: [50%, 100%], min_trade: 1 USD}
                scorer: {type: band}
                execution: {max_price_impact: 5%, max_slippage: 100bps, max_sandwich_loss: 5%}
                """, """
                period: 2020-01-01..2021-01-01
                start: {USDC: 100000}
                fills:
                  model: bars
                  depth:
                    WETH/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 500000000 USD}
                    WBTC/USDC: {venue: uniswap-v3, fee: 30bps, tvl: 500000000 USD}
                  gas: {base_fee: 0 gwei}
                """));
    }

    @Test
    void whoeverIsAllInOneTokenAndMeansToBeLooksNoFurtherAndDecidesTheSame() {
        assertSame(scenario("""
                universe:
                  WETH: {target: 100%}
                  USDC: {target: 0%}
                timeframe: 1h
                rebalance: {steps: [100%], min_trade: 0 USD}
                scorer: {type: sma-cross, fast: 2, slow: 5, moves: full}
                """, """
                period: 2020-01-01..2021-01-01
                start: {USDC: 100000}
                fills: {model: proportional, cost: 10bps}
                """));
    }

    private Scenario scenario(String strategy, String scenario) {
        return new BenchScenarios(root, new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())))
                .load(strategy, scenario);
    }

    private static void assertSame(Scenario scenario) {
        BarTable table = BenchScenarios.table(scenario, 1_577_836_800, Duration.ofHours(1), closes());

        List<CycleOutcome> brief = outcomes(new Backtest(scenario, table, Optional.empty()));
        List<CycleOutcome> thorough = outcomes(Backtest.thorough(scenario, table, Optional.empty()));

        assertThat(brief).hasSameSizeAs(thorough);
        int spared = 0;
        int traded = 0;
        for (int row = 0; row < ROWS; row++) {
            assertThat(brief.get(row).decision().isPresent())
                    .isEqualTo(thorough.get(row).decision().isPresent());
            if (brief.get(row).decision().isPresent()) {
                Decision one = brief.get(row).decision().get();
                Decision other = thorough.get(row).decision().get();
                assertSame(one, other);
                spared += one.rule().isEmpty() && other.rule().isPresent() ? 1 : 0;
                traded += one.holds() ? 0 : 1;
            }
            assertThat(brief.get(row).after().account())
                    .isEqualTo(thorough.get(row).after().account());
        }
        assertThat(spared)
                .as(
                        "decisions whose options only one priced; the last: %s",
                        brief.getLast().note())
                .isGreaterThan(50);
        assertThat(traded).isPositive();
    }

    private static void assertSame(Decision brief, Decision thorough) {
        assertThat(brief.id()).isEqualTo(thorough.id());
        assertThat(brief.seen().market().prices())
                .isEqualTo(thorough.seen().market().prices());
        assertThat(brief.seen().market().pools())
                .isEqualTo(thorough.seen().market().pools());
        assertThat(brief.seen().account()).isEqualTo(thorough.seen().account());
        assertThat(brief.current()).isEqualTo(thorough.current());
        assertThat(brief.proposal().chosen()).isEqualTo(thorough.proposal().chosen());
        brief.rule().ifPresent(scores -> {
            assertThat(scores).isEqualTo(thorough.rule().orElseThrow());
            assertThat(brief.proposal()).isEqualTo(thorough.proposal());
            assertThat(brief.candidates()).isEqualTo(thorough.candidates());
        });
    }
}
