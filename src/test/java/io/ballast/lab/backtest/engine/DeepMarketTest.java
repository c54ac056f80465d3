package io.ballast.lab.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.metric.Draws;
import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools of declared depth: what a trade costs there, and what becomes of one that comes too late for its price. */
class DeepMarketTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long START = 1_577_836_800;
    private static final String HALVES = """
            universe:
              WETH: {target: 50%}
              USDC: {target: 50%}
            timeframe: 1h
            rebalance: {steps: [100%], min_trade: 1 USD}
            scorer: {type: band, moves: full}
            execution: {max_price_impact: 5%, max_slippage: 100bps, max_sandwich_loss: 5%}
            """;

    @TempDir
    Path root;

    private BenchScenarios files;

    @BeforeEach
    void write() {
        files = new BenchScenarios(root, new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())));
    }

    private Scenario scenario(String tvl, String more) {
        return files.load(
                HALVES, """
                period: 2020-01-01..2021-01-01
                start: {USDC: 100000}
                fills:
                  model: bars
                  depth: {WETH/USDC: {venue: VENUE, fee: 30bps, tvl: TVL USD}}
                  gas: {base_fee: 0 gwei}
                MORE
                """.replace("VENUE", "uniswap-v3").replace("TVL", tvl).replace("MORE", more));
    }

    /** Prices of 2000 that go another way in the second row. */
    private static double[][] closes(double second, double third) {
        double[][] closes = new double[5][3];
        Arrays.stream(closes).forEach(column -> Arrays.fill(column, 1));
        closes[1] = new double[] {2_000, second, third};
        return closes;
    }

    private static RunRecord run(Scenario scenario, double[][] closes) {
        return new Backtest(scenario, BenchScenarios.table(scenario, START, HOUR, closes), Optional.empty()).run();
    }

    @Test
    void aPurchasePaysFeeAndImpactOfThePoolsDepth() {
        RunRecord run = run(scenario("10000000", "  delay: 0 blocks"), closes(2_000, 2_000));

        TradeRecord first = run.trades().getFirst();
        assertThat(first.sold()).isEqualTo("USDC");
        assertThat(first.notional()).isCloseTo(50_000, within(1e-6));
        assertThat(first.cost().fee()).isCloseTo(150, within(1e-6));
        // x·y = k with five million on either side: Δ/(r + Δ) of what is left after the fee.
        double net = 50_000 * 0.997;
        assertThat(first.cost().impact()).isCloseTo(net * net / (5_000_000 + net), within(1e-3));
        assertThat(first.cost().delay()).isCloseTo(0, within(1e-9));
        assertThat(run.equity()[0]).isCloseTo(100_000 - first.cost().total(), within(1e-3));
    }

    @Test
    void depthDecidesAboutImpact() {
        RunRecord shallow = run(scenario("10000000", "  delay: 0 blocks"), closes(2_000, 2_000));
        RunRecord deep = run(scenario("100000000", "  delay: 0 blocks"), closes(2_000, 2_000));

        assertThat(shallow.trades().getFirst().cost().impact())
                .isGreaterThan(9 * deep.trades().getFirst().cost().impact());
    }

    @Test
    void aSwapWhosePriceRanAwayFailsAndPaysForItsGas() {
        Scenario scenario = files.load(HALVES, """
                period: 2020-01-01..2021-01-01
                start: {USDC: 100000}
                fills:
                  model: bars
                  depth: {WETH/USDC: {venue: uniswap-v2, fee: 30bps, tvl: 10000000 USD}}
                  gas: {base_fee: 0 gwei}
                  delay: 4 blocks
                """);
        double[][] closes = closes(4_000, 4_000);
        BarTable table = BenchScenarios.table(scenario, START, HOUR, closes);

        // Opens are closes here: the next bar opens at twice the price that the order was quoted at.
        TradeRecord first =
                new Backtest(scenario, table, Optional.empty()).run().trades().getFirst();

        assertThat(first.failed()).isTrue();
        assertThat(first.amountOut()).isEqualTo("0");
        assertThat(first.cost().total()).isEqualTo(first.cost().gas());
    }

    @Test
    void theWorstSandwichLeavesTheLeastAmount() {
        RunRecord alone = run(scenario("10000000", "  delay: 0 blocks"), closes(2_000, 2_000));
        RunRecord attacked =
                run(scenario("10000000", "  delay: 0 blocks\n  sandwich: worst-case"), closes(2_000, 2_000));

        assertThat(alone.trades().getFirst().cost().mev()).isZero();
        assertThat(attacked.trades().getFirst().cost().mev()).isPositive();
        assertThat(attacked.equity()[0]).isLessThan(alone.equity()[0]);
    }

    @Test
    void arbitrageursBringAPoolBackToTheEdgeOfItsFee() {
        Scenario scenario = scenario("10000000", "  delay: 0 blocks");
        RunRecord run = run(scenario, closes(2_000, 2_400));

        // Weights leave their place by the rise alone; the sale is quoted within the fee of the new price.
        TradeRecord sale = run.trades().getLast();
        assertThat(sale.row()).isEqualTo(2);
        assertThat(sale.sold()).isEqualTo("WETH");
        double price = Double.parseDouble(sale.amountOut()) / Double.parseDouble(sale.amountIn());
        assertThat(price).isBetween(2_400 * 0.990, 2_400 * 0.9941);
    }

    @Test
    void theSameScenarioGivesTheSameResultBitForBit() {
        Scenario scenario = scenario("10000000", "  delay: 2 blocks");

        RunRecord one = run(scenario, closes(2_100, 1_900));
        RunRecord other = run(scenario, closes(2_100, 1_900));

        assertThat(one.equity()).containsExactly(other.equity());
        assertThat(one.trades()).isEqualTo(other.trades());
    }

    /** Prices go up and down by some per cent an hour, so that pools stand at either edge of their fee. */
    private static double[][] wandering(int rows) {
        Draws draws = new Draws(3);
        double[][] closes = new double[5][rows];
        Arrays.stream(closes).forEach(column -> Arrays.fill(column, 1));
        double price = 2_000;
        for (int row = 0; row < rows; row++) {
            closes[1][row] = price;
            price *= Math.exp(0.04 * (draws.uniform() - 0.5));
        }
        return closes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  delay: 0 blocks",
                "  delay: 3 blocks",
                "  delay: 3 blocks\n  sandwich: worst-case",
            })
    void everyPartOfACostHasItsSignAndAllAreTheLoss(String more) {
        double[][] closes = wandering(60);
        RunRecord run = run(scenario("10000000", more), closes);

        assertThat(run.trades()).hasSizeGreaterThan(30).allSatisfy(trade -> {
            CostSplit cost = trade.cost();
            assertThat(cost.gas()).isNotNegative();
            assertThat(cost.fee()).isNotNegative();
            if (!trade.failed()) {
                assertThat(cost.fee()).isCloseTo(0.003 * trade.notional(), within(1e-6 * trade.notional()));
                assertThat(cost.impact()).isPositive();
                assertThat(cost.mev()).isNotNegative();
                double price = trade.bought().equals("WETH") ? closes[1][trade.row()] : 1;
                assertThat(cost.total())
                        .isCloseTo(
                                trade.notional() - Double.parseDouble(trade.amountOut()) * price + cost.gas(),
                                within(1e-6));
            }
        });
        assertThat(run.trades()).anyMatch(trade -> trade.cost().basis() > 1);
        if (more.contains("0 blocks")) {
            assertThat(run.trades()).allMatch(trade -> Math.abs(trade.cost().delay()) < 1e-6);
        }
    }

    @Test
    void aPlainRateIsAllFeeOnEitherSide() {
        Scenario scenario = files.load(HALVES, """
                period: 2020-01-01..2021-01-01
                start: {USDC: 100000}
                fills: {model: proportional, cost: 100bps}
                """);

        RunRecord run = run(scenario, wandering(60));

        assertThat(run.trades())
                .anyMatch(trade -> trade.sold().equals("USDC"))
                .anyMatch(trade -> trade.sold().equals("WETH"))
                .allSatisfy(trade -> {
                    double base = trade.sold().equals("USDC") ? trade.notional() / 1.01 : trade.notional();
                    assertThat(trade.cost())
                            .isEqualTo(new CostSplit(trade.cost().fee(), 0, 0, 0, 0));
                    assertThat(trade.cost().fee()).isCloseTo(0.01 * base, within(1e-6));
                });
    }
}
