package io.ballast.lab.bench.backtest;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.backtest.engine.BarTable;
import io.ballast.lab.backtest.engine.BenchScenarios;
import io.ballast.lab.backtest.engine.DeepSwaps;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.bench.Effort;
import io.ballast.sense.dex.PoolState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Exact swaps through a pool with concentrated liquidity, as backtests over bars fill them, without and with their book. */
record FillFigures(ScenarioLoader loader, Effort effort) {
    private static final double BOUND = 500_000;
    private static final long FIRST = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final double PRICE = 100;
    private static final int SWAPS = 5_000;
    /** Exact arithmetic is much code, which takes the compiler of the JVM seconds to get to: more rounds than for a loop. */
    private static final int PATIENCE = 3;
    private static final int COMPARED = 200;

    private static final String STRATEGY = """
            universe:
              WETH: {target: 50%}
              USDC: {target: 50%}
            timeframe: 1d
            rebalance: {steps: [100%], min_trade: 0 USD}
            scorer: {type: band, moves: full}
            """;

    private static final String SCENARIO = """
            period: 2020-01-01..2021-01-01
            start: {USDC: 1000000}
            fills:
              model: bars
              depth: {WETH/USDC: {venue: uniswap-v3, fee: 30bps, tvl: 100000000 USD}}
              gas: {base_fee: 0 gwei}
              delay: 0 blocks
            """;

    /** @throws UnequalResultsException if the fill model and the pool alone give another amount */
    List<Figure> measure(Path folder) {
        Scenario scenario = new BenchScenarios(folder, loader).load(STRATEGY, SCENARIO);
        BarTable table = BenchScenarios.table(scenario, FIRST, Duration.ofDays(1), closes());
        Token token = scenario.agent().universe().tokens().stream()
                .filter(one -> one.symbol().equals("WETH"))
                .findFirst()
                .orElseThrow();
        TokenAmount sold = TokenAmount.of(token, BigDecimal.ONE);
        check(scenario, table, sold);
        Stopwatch watch = new Stopwatch(new Effort(PATIENCE * effort.rounds(), effort.millis()));
        double seconds = watch.seconds(() -> new DeepSwaps(scenario, table, sold).run(SWAPS));
        double booked = watch.seconds(() -> new DeepSwaps(scenario, table, sold).runBooked(SWAPS));
        return List.of(
                Figure.of("exact fills through a pool of the engine", SWAPS / seconds, "swaps/s")
                        .least(BOUND),
                Figure.of("the same, each with its cost split and kept", SWAPS / booked, "swaps/s"));
    }

    /** Two bars of tokens that are all worth the same, but cash. */
    private static double[][] closes() {
        double[][] closes = new double[BenchScenarios.SYMBOLS.size()][2];
        Arrays.stream(closes).forEach(column -> Arrays.fill(column, PRICE));
        Arrays.fill(closes[BenchScenarios.SYMBOLS.indexOf("USDC")], 1);
        return closes;
    }

    /** The same swaps by the pool's own arithmetic, without an engine around it. */
    private static void check(Scenario scenario, BarTable table, TokenAmount sold) {
        DeepSwaps engine = new DeepSwaps(scenario, table, sold);
        Token cash = scenario.agent().universe().cash();
        PoolState pool = engine.market().pools().getFirst();
        List<TokenAmount> inputs = List.of(sold, pool.swapExactIn(sold, cash).amountOut());
        for (int i = 0; i < COMPARED; i++) {
            var swap = pool.swapExactIn(inputs.get(i % 2), i % 2 == 0 ? cash : sold.token());
            TokenAmount filled = engine.run(1);
            if (!filled.equals(swap.amountOut())) {
                throw new UnequalResultsException("swap " + i + ": the engine gives " + filled.raw() + ", the pool "
                        + swap.amountOut().raw());
            }
            pool = swap.after();
        }
    }
}
