package io.ballast.lab.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.execution.SwapOrder;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.lab.backtest.engine.ScenarioWorld;
import io.ballast.lab.backtest.engine.TradeBook;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.sense.dex.Passage;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.WorstSandwich;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a swap of ours is executed among recorded ones, and what it leaves behind for those that come later. */
class EventInclusionTest {
    private static final Instant BEGIN = Instant.parse("2023-12-31T22:00:00Z");
    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");

    @TempDir
    private static Path home;

    private static Scenario scenario;
    private static Recording recording;

    private final PoolReplay replay = recording.replay();
    private final TradeBook book = new TradeBook(Wei.ZERO);

    @BeforeAll
    static void record() {
        RecordedProject project = new RecordedProject(home, BEGIN);
        project.record(3, Duration.ofHours(26));
        scenario = new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of()))
                .load(project.scenario("2024-01-01..2024-01-02", "delay: 1 block"), new ParquetFiles());
        recording = project.recording();
    }

    private EventMarket atNoon() {
        Universe universe = scenario.agent().universe();
        EventMarket market = new EventMarket(
                universe,
                replay,
                Usd.of(BigDecimal.ONE),
                ScenarioWorld.conditions(universe, Wei.ZERO),
                ScenarioWorld.nobody(universe, scenario.agent().settings().owner()),
                false,
                UnaryOperator.identity());
        replay.advanceTo(NOON);
        return market;
    }

    private static SwapOrder order(MarketState now) {
        TokenAmount in = TokenAmount.of(now.universe().cash(), new BigDecimal("300000"));
        SwapQuote quote = now.universe()
                .routing()
                .bestRoute(now.pools(), in, now.universe().wrapped(), BigDecimal.ZERO)
                .orElseThrow();
        return new SwapOrder(
                "d1",
                1,
                now.header(),
                quote,
                quote.amountOut().minus(quote.amountOut().times(new Bps(50))),
                NOON.plusSeconds(600),
                now.universe().router(quote),
                now.universe().pools(),
                1,
                TokenAmount.zero(quote.out()),
                Optional.empty());
    }

    private TradeRecord traded(SwapOrder order, Observation seen, boolean worstSandwich) {
        EventInclusion inclusion = new EventInclusion(
                replay, new EventInclusion.Terms(1, 1, worstSandwich, Wei.ZERO), UnaryOperator.identity(), book);
        inclusion.decides(0, seen.market());
        Inclusion.Swapped swapped = inclusion.swap(order, seen);
        assertThat(swapped.received()).isPresent();
        return book.done().getLast();
    }

    /** The pools without us at the end of the block in which we were. */
    private static List<PoolState> untouched(long block) {
        try (PoolReplay alone = recording.replay()) {
            alone.advanceTo(block);
            return alone.states();
        }
    }

    private static List<PoolState> with(List<PoolState> states, List<PoolState> after) {
        Map<PoolId, PoolState> all = new TreeMap<>();
        states.forEach(state -> all.put(state.id(), state));
        after.forEach(state -> all.put(state.id(), state));
        return List.copyOf(all.values());
    }

    @Test
    void whatComesLaterMeetsThePoolsAsTheBackRunLeftThem() {
        Observation seen = atNoon().observe();
        SwapOrder order = order(seen.market());

        TradeRecord trade = traded(order, seen, true);

        List<PoolState> before = untouched(seen.market().block().number() + 1);
        Passage attacked = WorstSandwich.of(order.quote().atLeast(order.minOut()), before);
        assertThat(replay.states()).isEqualTo(with(before, attacked.after()));
        assertThat(trade.amountOut()).isEqualTo(attacked.amountOut().whole().toPlainString());
        assertThat(trade.cost().mev()).isPositive();
        assertThat(attacked.amountOut()).isGreaterThanOrEqualTo(order.minOut());
    }

    @Test
    void withoutAnAttackTheyAreAsOurSwapLeftThem() {
        Observation seen = atNoon().observe();
        SwapOrder order = order(seen.market());

        TradeRecord trade = traded(order, seen, false);

        List<PoolState> before = untouched(seen.market().block().number() + 1);
        Passage alone = Passage.of(order.quote().portions(), before);
        assertThat(replay.states()).isEqualTo(with(before, alone.after()));
        assertThat(trade.amountOut()).isEqualTo(alone.amountOut().whole().toPlainString());
        assertThat(trade.cost().mev()).isZero();
    }
}
