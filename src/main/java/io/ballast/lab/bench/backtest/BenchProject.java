package io.ballast.lab.bench.backtest;

import io.ballast.base.config.ConfigLoader;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small project in a folder of its own: a network of five tokens, limits that are far away, and scenarios over it. The network exists
 * nowhere.
 */
record BenchProject(Path root) {
    private static final String[] SYMBOLS = {"WBTC", "WETH", "LINK", "UNI", "USDC"};

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

    private static final String TOKEN = """
              SYMBOL:
                address: "0x1111111111111111111111111111111111111NUM"
                decimals: DECIMALS
                feed: {address: "0x2222222222222222222222222222222222222NUM", heartbeat: 1d}
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

    /** @param cashDecimals of the token that strategies rest in; the others have 18 */
    static BenchProject in(Path root, int cashDecimals) throws IOException {
        StringBuilder network = new StringBuilder(NETWORK);
        for (int i = 0; i < SYMBOLS.length; i++) {
            int decimals = i == SYMBOLS.length - 1 ? cashDecimals : 18;
            network.append(TOKEN.replace("SYMBOL", SYMBOLS[i])
                    .replace("NUM", "00" + (i + 1))
                    .replace("DECIMALS", Integer.toString(decimals))
                    .indent(2));
        }
        BenchProject project = new BenchProject(root);
        project.write("config/networks/bench.yaml", network.toString());
        project.write("config/agent.yaml", AGENT);
        return project;
    }

    /**
     * Writes a strategy and a scenario of it.
     *
     * @param strategy what follows the first keys of a strategy
     * @param scenario what follows the first keys of a scenario
     * @return the scenario's file
     */
    Path add(String name, String strategy, String scenario) throws IOException {
        write("strategies/" + name + ".yaml", "schema: 1\nname: " + name + "\nnetwork: bench\ncash: USDC\n" + strategy);
        return write("backtests/" + name + ".yaml", "schema: 1\nstrategy: " + name + "\nrisk: config/agent.yaml\n" + scenario);
    }

    static Scenario load(ConfigLoader loader, Path file) {
        return new ScenarioLoader(loader).load(file);
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
