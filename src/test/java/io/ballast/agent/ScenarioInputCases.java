package io.ballast.agent;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a backtest's scenario can say wrongly, and what its files can lack. */
final class ScenarioInputCases {
    private static final String SCENARIO = "backtests/own.yaml";
    private static final String PRICES = "data:\n  prices: {synthetic: {start: {WETH: 1800}}}\n";
    private static final String GAS = "gas: {base_fee: 20 gwei}";
    private static final String HISTORY = "gas: {history: gas.csv}";
    private static final String DEPTH = "WETH/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 100000000 USD}";
    private static final String MODEL = "model: bars\n  depth:\n    " + DEPTH + "\n  " + GAS;
    private static final String PERIOD = "2023-01-01..2023-02-01";
    private static final String RIGHT = """
            schema: 1
            strategy: core
            period: 2023-01-01..2023-02-01
            start: {USDC: 50000}
            data:
              prices: {synthetic: {start: {WETH: 1800}}}
            fills:
              model: bars
              depth:
                WETH/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 100000000 USD}
              gas: {base_fee: 20 gwei}
            risk: config/agent.yaml
            """;

    private ScenarioInputCases() {}

    static List<BadInputCase> all() {
        return List.of(
                accepted("scenario without an account or a node", "a backtest needs none", "", ""),
                refused("period that ends before it begins", "nothing lies between", PERIOD, "2023-02-01..2023-01-01"),
                refused("day that no calendar has", "a typing mistake", PERIOD, "2023-01-01..2023-02-30"),
                refused("period of one day's name", "where it ends is not said", PERIOD, "2023-01-01"),
                refused(
                        "strategy that nobody wrote",
                        "the nearest name is suggested",
                        "strategy: core",
                        "strategy: cor"),
                refused("unknown token at the start", "it would be worth nothing", "USDC: 50000", "DOGE: 50000"),
                refused("start finer than the token", "it cannot be held", "USDC: 50000", "USDC: 0.0000001"),
                refused("nothing at the start", "nothing could be traded", "USDC: 50000", "USDC: 0"),
                refused("debt at the start", "nobody lends", "USDC: 50000", "USDC: -1"),
                refused("unknown model of fills", "a typing mistake", "model: bars", "model: bar"),
                refused(
                        "pool of a token that the universe lacks",
                        "nobody would trade there",
                        DEPTH,
                        DEPTH + "\n    DOGE/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 1 USD}"),
                refused("pools without any depth", "impact would be a guess", "  depth:\n    " + DEPTH + "\n", ""),
                refused(
                        "pool whose venue has no arithmetic here",
                        "its fills would be a guess",
                        "uniswap-v3",
                        "sushiswap-v3"),
                refused(
                        "fee that no factory knows",
                        "there is no such pool",
                        DEPTH,
                        DEPTH + "\n    USDC/WETH: {venue: uniswap-v3, fee: 6bps, tvl: 1 USD}"),
                refused("pool without value", "nothing could be traded", "100000000 USD", "0 USD"),
                refused("cost beside pools", "pools charge their own", GAS, GAS + "\n  cost: 30bps"),
                refused("plain cost that is not given", "it would be free", MODEL, "model: proportional"),
                refused(
                        "gas beside a plain cost",
                        "it would not be charged",
                        MODEL,
                        "model: proportional\n  cost: 30bps\n  " + GAS),
                refused(
                        "recorded events without a recording",
                        "nothing was recorded",
                        PRICES + "fills:\n  " + MODEL,
                        "data: {}\nfills:\n  model: events"),
                refused(
                        "recorded pools beside bars",
                        "two prices of one thing",
                        PRICES + "fills:\n  " + MODEL,
                        PRICES + "  pools: {store: data/pools}\nfills:\n  model: events"),
                refused(
                        "recorded events, mined in the block of the decision",
                        "nothing is mined before it is sent",
                        PRICES + "fills:\n  " + MODEL,
                        "data: {pools: {store: data/pools}}\nfills:\n  model: events\n  delay: 0 blocks"),
                refused(
                        "recorded pool that the strategy does not trade in",
                        "a copy from another scenario",
                        PRICES + "fills:\n  " + MODEL,
                        "data: {pools: {only: [\"0x00000000000000000000000000000000000000aa\"]}}\nfills: {model: events}"),
                refused(
                        "recorded pool by half an address",
                        "it could be any",
                        PRICES + "fills:\n  " + MODEL,
                        "data: {pools: {only: [\"0xaa\"]}}\nfills: {model: events}"),
                refused("gas without a price", "unknown is not free", "  " + GAS + "\n", ""),
                refused(
                        "data fee where none is charged",
                        "a copy from another network",
                        GAS,
                        "gas: {base_fee: 20 gwei, data_fee: 0.0001 ETH}"),
                refused(
                        "delay longer than a bar",
                        "orders would meet the next decision",
                        GAS,
                        GAS + "\n  delay: 300 blocks"),
                history("prices of gas that nobody wrote", "unknown is not free", sandbox -> {}),
                history(
                        "prices of gas that begin after the period",
                        "unknown is not free",
                        gas("2023-01-15,20\n2023-02-05,20")),
                history(
                        "prices of gas that end before the period",
                        "the last price would count for weeks",
                        gas("2022-12-31,20\n2023-01-01,20")),
                history(
                        "price of gas that is no number",
                        "it would be a guess",
                        gas("2023-01-01,20\n2023-01-02,cheap")),
                history("prices of gas out of order", "one of them is wrong", gas("2023-01-02,20\n2023-01-01,20")),
                history(
                        "prices of gas without a unit",
                        "wei and gwei differ by 10^9",
                        sandbox -> write(sandbox, "gas.csv", "date,price\n2023-01-01,20\n")),
                refused(
                        "unknown baseline",
                        "the nearest name is suggested",
                        "risk:",
                        "baselines: [hold, momentun]\nrisk:"),
                refused(
                        "more baselines than a terminal is wide",
                        "all are in the report",
                        "risk:",
                        "baselines: [hold, band, eg, ons, momentum]\nrisk:"),
                refused(
                        "weights by capitalisation that nobody gave",
                        "they would be a guess",
                        "risk:",
                        "baselines: [cap-weighted]\nrisk:"),
                refused(
                        "error of the simulator that nobody measured",
                        "it would be taken for zero",
                        GAS,
                        GAS + "\n  simulator_error: error.yaml"),
                new BadInputCase(
                        "error of the simulator without a unit", true, "a bare number has two readings", sandbox -> {
                            write(sandbox, "error.yaml", "schema: 1\nswaps: 7\ndifferent: 0\np99: 0\nworst: 0bps\n");
                            load(sandbox, GAS, GAS + "\n  simulator_error: error.yaml");
                        }),
                refused("series that nobody imported", "there is nothing to run over", PRICES, ""),
                new BadInputCase("series in bars of another length", true, "a strategy decides at its own", sandbox -> {
                    write(sandbox, "data/prices/WETH-USDC/4h.parquet", "");
                    load(sandbox, PRICES, "");
                }),
                refused(
                        "made-up prices beside a store",
                        "only one can be meant",
                        "{synthetic:",
                        "{store: data/prices, synthetic:"),
                refused("made-up price that is not given", "it would be a guess", "WETH: 1800", "USDC: 1"),
                refused(
                        "timeframe that is not the strategy's",
                        "a strategy decides at its own",
                        "{synthetic:",
                        "{timeframe: 4h, synthetic:"));
    }

    private static BadInputCase refused(String name, String why, String before, String after) {
        return new BadInputCase(name, true, why, sandbox -> load(sandbox, before, after));
    }

    private static BadInputCase accepted(String name, String why, String before, String after) {
        return new BadInputCase(name, false, why, sandbox -> load(sandbox, before, after));
    }

    private static BadInputCase history(String name, String why, Consumer<ConfigSandbox> file) {
        return new BadInputCase(name, true, why, sandbox -> {
            file.accept(sandbox);
            load(sandbox, GAS, HISTORY);
        });
    }

    private static Consumer<ConfigSandbox> gas(String rows) {
        return sandbox -> write(sandbox, "gas.csv", "date,gwei\n" + rows + "\n");
    }

    private static void load(ConfigSandbox sandbox, String before, String after) {
        if (!RIGHT.contains(before)) {
            throw new IllegalArgumentException("the scenario has no " + before);
        }
        write(sandbox, SCENARIO, RIGHT.replace(before, after));
        new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of()))
                .load(sandbox.path(SCENARIO), new ParquetFiles());
    }

    private static void write(ConfigSandbox sandbox, String file, String text) {
        sandbox.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
