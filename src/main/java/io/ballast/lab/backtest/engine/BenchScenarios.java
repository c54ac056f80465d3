package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Token;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/** A small project of its own: a network of five tokens with 18 decimals, limits that are far away, and scenarios. */
public final class BenchScenarios {
    public static final List<String> SYMBOLS = List.of("WBTC", "WETH", "LINK", "UNI", "USDC");

    private static final String NETWORK = """
            schema: 1
            name: bench
            chain_id: 1
            native: ETH
            wrapped: WETH
            block_time: 12s
            confirmations: 2 blocks
            replaceable: true
            gas: {tip: 0 gwei, reserve: 0 ETH}
            contracts:
              router: "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45"
              multicall3: "0xcA11bde05977b3631167028862bE2a173976CA11"
            tokens:
            """;

    private static final String AGENT = """
            schema: 1
            strategies: [none]
            capital: {max: 100000000 USD}
            prices: {max_deviation: 9999bps}
            gas: {max_per_day: 100000 USD}
            limits:
              preset: balanced
              max_notional_per_trade: 100000000000 USD
              max_notional_per_hour: 100000000000 USD
              max_notional_per_day: 100000000000 USD
              max_turnover_per_day: 1000000%
              max_trades_per_hour: 1000000
              max_trades_per_day: 1000000
              max_equal_trades: 1000000
              max_failures: 1000000
              max_daily_loss: 10000bps
              max_drawdown: {value: 10000bps}
              max_price_impact: 5000bps
              max_sandwich_loss: 100000000000 USD
              depeg: {}
            """;

    private final Path root;
    private final ScenarioLoader loader;

    /** @param root an empty folder, which gets the project's files */
    public BenchScenarios(Path root, ScenarioLoader loader) {
        this.root = root;
        this.loader = loader;
        StringBuilder network = new StringBuilder(NETWORK);
        for (int i = 0; i < SYMBOLS.size(); i++) {
            network.append("  ")
                    .append(SYMBOLS.get(i))
                    .append(": {address: \"0x")
                    .append("1".repeat(39))
                    .append(i + 1)
                    .append("\", decimals: 18, feed: {address: \"0x")
                    .append("2".repeat(39))
                    .append(i + 1)
                    .append("\", heartbeat: 1d}}\n");
        }
        write("config/networks/bench.yaml", network.toString());
        write("config/agent.yaml", AGENT);
    }

    public void write(String name, String text) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A scenario.
     *
     * @param strategy what follows the first keys of a strategy
     * @param scenario what follows the first keys of a scenario
     */
    public Scenario load(String strategy, String scenario) {
        write("strategies/own.yaml", "schema: 1\nname: own\nnetwork: bench\ncash: USDC\n" + strategy);
        write("backtests/own.yaml", "schema: 1\nstrategy: own\nrisk: config/agent.yaml\n" + scenario);
        return loader.load(root.resolve("backtests/own.yaml"));
    }

    /**
     * A table of closes, which are opens too.
     *
     * @param closes by symbol, as {@link #SYMBOLS}
     */
    public static BarTable table(Scenario scenario, long firstSecond, Duration timeframe, double[][] closes) {
        List<Token> tokens = scenario.agent().universe().tokens();
        int rows = closes[0].length;
        long[] starts = new long[rows];
        for (int row = 0; row < rows; row++) {
            starts[row] = firstSecond * 1000 + row * timeframe.toMillis();
        }
        double[][] columns = new double[tokens.size()][];
        BitSet[] absent = new BitSet[tokens.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = closes[SYMBOLS.indexOf(tokens.get(i).symbol())];
            absent[i] = new BitSet();
        }
        return new BarTable(tokens, timeframe, starts, columns, columns, absent, 0);
    }
}
