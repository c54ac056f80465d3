package io.ballast.lab.backtest.lookahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.metric.Draws;
import io.ballast.lab.backtest.engine.Backtest;
import io.ballast.lab.backtest.engine.BarTable;
import io.ballast.lab.backtest.engine.BenchScenarios;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.think.model.ActionScorer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Honest strategies hold when the future changes; whoever looks ahead is found, with the way by which the future got in. */
class LookaheadAnalysisTest {
    private static final long START = 1_577_836_800;
    private static final Duration HOUR = Duration.ofHours(1);
    /** Bars before the first decision. */
    private static final int KNOWN = 25;

    private static final int ROWS = KNOWN + 60;
    private static final int CUTS = 5;

    @TempDir
    Path root;

    private Scenario scenario;
    private BarTable table;

    @BeforeEach
    void write() {
        scenario = new BenchScenarios(root, new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())))
                .load("""
                universe:
                  WETH: {target: 50%}
                  USDC: {target: 50%}
                timeframe: 1h
                rebalance: {steps: [50%, 100%], min_trade: 1 USD}
                scorer: {type: band}
                execution: {max_price_impact: 5%, max_slippage: 100bps, max_sandwich_loss: 5%}
                """, """
                period: 2020-01-01..2021-01-01
                start: {USDC: 100000}
                fills:
                  model: bars
                  depth: {WETH/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 100000000 USD}}
                  gas: {base_fee: 0 gwei}
                  delay: 3 blocks
                """);
        BarTable bars = BenchScenarios.table(scenario, START, HOUR, closes());
        table = new BarTable(
                bars.tokens(), bars.timeframe(), bars.starts(), bars.opens(), bars.closes(), bars.absent(), KNOWN);
    }

    private static double[][] closes() {
        Draws draws = new Draws(11);
        double[][] closes = new double[5][ROWS];
        Arrays.stream(closes).forEach(column -> Arrays.fill(column, 1));
        double price = 2_000;
        for (int row = 0; row < ROWS; row++) {
            closes[1][row] = price;
            price *= Math.exp(0.05 * (draws.uniform() - 0.5));
        }
        return closes;
    }

    private LookaheadResult analysed(
            Function<BarTable, Optional<ActionScorer>> model, Function<Instant, BarTable> history) {
        Reruns runs = new BarReruns(table, bars -> new Backtest(scenario, bars, model.apply(bars)), history, 7);
        return new LookaheadAnalysis(runs, 7).of(CUTS, done -> {});
    }

    /** As a loader gives it that reads no further. */
    private BarTable before(Instant end) {
        int rows = (int) Arrays.stream(table.starts())
                .filter(start -> start < end.toEpochMilli())
                .count();
        return new BarTable(
                table.tokens(),
                table.timeframe(),
                Arrays.copyOf(table.starts(), rows),
                cut(table.opens(), rows),
                cut(table.closes(), rows),
                table.absent(),
                table.first());
    }

    private static double[][] cut(double[][] columns, int rows) {
        return Stream.of(columns).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new);
    }

    @Test
    void aRuleThatKnowsThePastAloneHolds() {
        AtomicInteger told = new AtomicInteger();

        Reruns runs =
                new BarReruns(table, bars -> Backtest.thorough(scenario, bars, Optional.empty()), this::before, 7);

        LookaheadResult result = new LookaheadAnalysis(runs, 7).of(CUTS, told::set);

        assertThat(result.held()).isTrue();
        assertThat(result.decisions()).isEqualTo(ROWS - KNOWN - 1);
        assertThat(result.cuts())
                .hasSize(2 * CUTS)
                .allSatisfy(cut -> assertThat(cut.decisions()).isPositive());
        assertThat(told).hasValue(CUTS);
        assertThat(LookaheadDocument.lines("own", result)).last().asString().startsWith("HELD");
        assertThat(LookaheadDocument.of("own", result))
                .containsEntry("held", true)
                .containsEntry("moved", null);
    }

    @Test
    void aScorerThatPeeksOneBarAheadIsFoundAtTheCutItself() {
        LookaheadResult result = analysed(bars -> Optional.of(new PeekingScorer(bars, 1)), this::before);

        Moved first = result.first().orElseThrow();
        assertThat(result.cuts()).noneMatch(Cut::held);
        assertThat(first.time()).isEqualTo(first.cut());
        assertThat(first.inputs()).isEmpty();
        assertThat(first.source()).contains("the scorer itself knows what comes later");
        assertThat(first.known().options()).isNotEqualTo(first.changed().options());
        assertThat(LookaheadDocument.lines("own", result))
                .anyMatch(line ->
                        line.startsWith("first: decision " + first.known().decision() + " of " + first.time()))
                .last()
                .asString()
                .isEqualTo("MOVED: 10 of 10 runs decided otherwise before the cut");
    }

    @Test
    void aScorerThatPeeksFarAheadIsFoundAtTheFirstDecisionItChanged() {
        LookaheadResult result = analysed(bars -> Optional.of(new PeekingScorer(bars, 8)), this::before);

        Moved first = result.first().orElseThrow();
        assertThat(Duration.between(first.time(), first.cut())).isBetween(HOUR, HOUR.multipliedBy(7));
    }

    @Test
    void aHistoryThatIsScaledByItsOwnEndIsFoundByItsPrices() {
        LookaheadResult result = analysed(bars -> Optional.empty(), end -> scaled(before(end)));

        Moved first = result.first().orElseThrow();
        assertThat(first.future()).isEqualTo(Future.NONE);
        assertThat(first.inputs()).contains("prices", "pools");
        assertThat(first.source()).startsWith("it was given other prices, pools");
        assertThat(result.cuts())
                .filteredOn(cut -> cut.future() == Future.OTHER)
                .allMatch(Cut::held);
        assertThat(LookaheadDocument.of("own", result))
                .containsEntry("held", false)
                .extractingByKey("moved")
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("time", first.time().toString())
                .containsEntry("future", "NONE");
    }

    /** A common mistake: prices over their last one. */
    private static BarTable scaled(BarTable bars) {
        double[][] columns = Stream.of(bars.closes())
                .map(column -> Arrays.stream(column)
                        .map(price -> price / column[column.length - 1])
                        .toArray())
                .toArray(double[][]::new);
        return new BarTable(
                bars.tokens(), bars.timeframe(), bars.starts(), columns, columns, bars.absent(), bars.first());
    }
}
