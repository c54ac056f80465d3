package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.SharedFiles;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.engine.BenchScenarios;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real histories through the verbs, from the files of others to a judged result: what the account holds at the end is added up again
 * from the trades alone. So many rows as the property says, all of them by hand and in campaigns:
 * {@code -Dballast.real.rows=60000}.
 */
class RealDataTest {
    static final int ROWS = Integer.getInteger("ballast.real.rows", 144);
    static final String PANEL = "data/prices/panel_close_binance_usdm_1h_2020-10-23_2023-12-31.csv.gz";
    static final String BARS = "data/prices/binance_usdm_1h_2020-10_to_2023/";
    private static final String POOL = "pools/demeter_polygon_usdc_weth_005_minute_2022";

    @TempDir
    Path root;

    @BeforeEach
    void limitsThatAreFarAway() {
        new BenchScenarios(root, new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of())));
    }

    @Test
    void threeYearsOfHoursForTwentyEightAssetsAreTheSameFromFilesOfFreqtrade() throws IOException {
        RealPanel panel = RealPanel.read();
        importPanel(panel);
        verb(Stream.concat(
                Stream.of(
                        "data", "import", "--store", root.resolve("data/prices").toString()),
                panel.freqtrade(Files.createDirectories(root.resolve("user_data")))
                        .map(Path::toString)));

        Run closes = run("closes", panel.scenario("%s", "{model: proportional, cost: 10bps}"));
        Run bars = run("bars", panel.scenario("%s_USDT", "{model: proportional, cost: 10bps}"));

        closes.assertAddsUp(panel.last(closes.rows()), 1e-9);
        assertThat(closes.costs("gas")).isZero();
        assertThat(bars.document().get("equity")).isEqualTo(closes.document().get("equity"));
        assertThat(bars.document().get("trades")).isEqualTo(closes.document().get("trades"));
    }

    @Test
    void threeYearsOfHoursForTwentyEightAssetsThroughPools() throws IOException {
        RealPanel panel = RealPanel.read();
        importPanel(panel);

        Run run = run("deep", panel.scenario("%s", panel.pools()));

        // Gas is paid in coins that were lent, at the price of the day.
        run.assertAddsUp(panel.last(run.rows()), 1e-4);
        assertThat(run.costs("impact")).isPositive();
        assertThat(run.costs("gas")).isPositive();
    }

    @Test
    void theMinutesOfAPoolOnPolygon() throws IOException {
        List<Path> files = SharedData.files(POOL);
        int days = Math.min(files.size(), Math.max(1, ROWS / 1_440));
        write("pool.yaml", "schema: 1\npool: {decimals0: 6, decimals1: 18, priced: token1}\n");
        verb(Stream.concat(
                Stream.of(
                        "data",
                        "import",
                        "--store",
                        root.resolve("data/prices").toString(),
                        "--name",
                        "WETH-USDC",
                        "--mapping",
                        root.resolve("pool.yaml").toString()),
                files.subList(0, days).stream().map(Path::toString)));
        network("polygon", Map.of("USDC", 6, "WETH", 18), "WETH", "2s");
        write("strategies/half.yaml", """
                schema: 1
                name: half
                network: polygon
                cash: USDC
                universe:
                  WETH: {target: 50%}
                  USDC: {target: 50%}
                timeframe: 1m
                rebalance: {no_trade_band: 20bps, steps: [100%], min_trade: 10 USD}
                scorer: {type: band}
                execution: {max_price_impact: 1%, max_slippage: 100bps}
                """);

        Run run = run("polygon", """
                schema: 1
                strategy: half
                period: 2022-07-19..%s
                start: {USDC: 100000}
                data: {prices: {store: data/prices}}
                fills:
                  model: bars
                  # Twice the liquidity in range of the first minutes, as if it lay at all prices.
                  depth: {WETH/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 33000000 USD}}
                  delay: 1 block
                  gas: {base_fee: 0.05 gwei}
                risk: config/agent.yaml
                """.formatted(Instant.parse("2022-07-19T00:00:00Z")
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(days)));

        String[] last = lastLine(files.get(days - 1)).split(",", -1);
        double price = 1e12 / Math.pow(1.0001, Double.parseDouble(last[3]));
        run.assertAddsUp(Map.of("WETH", price, "USDC", 1.0), 1e-4);
    }

    @Test
    void weightsByCapitalisationFromCoinMarketCap() throws IOException {
        String coins = SharedFiles.path("data/prices/kaggle_coinmarketcap_1d_with_marketcap")
                .toString();
        String form = "schema: 1\ntime: Date\ntimeframe: 1d\n";
        write("price.yaml", form);
        write("cap.yaml", form + "open: Marketcap\nhigh: Marketcap\nlow: Marketcap\nclose: Marketcap\n");
        for (String coin : List.of("Bitcoin", "Ethereum")) {
            for (String kind : List.of("price", "cap")) {
                verb(Stream.of(
                        "data",
                        "import",
                        "--store",
                        root.resolve("data/prices").toString(),
                        "--name",
                        coin + "-" + kind,
                        "--mapping",
                        root.resolve(kind + ".yaml").toString(),
                        coins + "/coin_" + coin + ".csv.gz"));
            }
        }
        network("exchange", Map.of("BTC", 8, "ETH", 18, "USDC", 6), "ETH", "12s");
        write("strategies/pair.yaml", """
                schema: 1
                name: pair
                network: exchange
                cash: USDC
                universe:
                  BTC: {target: 50%}
                  ETH: {target: 30%}
                  USDC: {target: 20%}
                timeframe: 1d
                scorer: {type: band}
                """);

        Run run = run("caps", """
                schema: 1
                strategy: pair
                period: 2020-01-01..2020-12-31
                start: {USDC: 100000}
                data:
                  prices:
                    series: {BTC: Bitcoin-price, ETH: Ethereum-price}
                    capitalisation: {BTC: Bitcoin-cap, ETH: Ethereum-cap}
                fills: {model: proportional, cost: 0bps}
                risk: config/agent.yaml
                baselines: [cap-weighted, hold]
                """);

        double[] bitcoin = growthAndCap(
                SharedFiles.lines("data/prices/kaggle_coinmarketcap_1d_with_marketcap/coin_Bitcoin.csv.gz"));
        double[] ether = growthAndCap(
                SharedFiles.lines("data/prices/kaggle_coinmarketcap_1d_with_marketcap/coin_Ethereum.csv.gz"));
        double expected = (bitcoin[0] * bitcoin[1] + ether[0] * ether[1]) / (bitcoin[1] + ether[1]) - 1;
        assertThat(run.baseline("cap-weighted")).isCloseTo(expected, within(1e-6));
    }

    /** From the first close of the period to its last, and the capitalisation at the former. */
    private static double[] growthAndCap(List<String> lines) {
        String[] first = row(lines, "2020-01-01");
        String[] last = row(lines, "2020-12-30");
        return new double[] {Double.parseDouble(last[7]) / Double.parseDouble(first[7]), Double.parseDouble(first[9])};
    }

    private static String[] row(List<String> lines, String day) {
        return lines.stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[3].startsWith(day))
                .findFirst()
                .orElseThrow();
    }

    private static String lastLine(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList()
                    .getLast();
        }
    }

    private void importPanel(RealPanel panel) throws IOException {
        panel.writeTo(root.resolve("closes.csv"));
        verb(Stream.of(
                "data",
                "import",
                "--panel",
                "--store",
                root.resolve("data/prices").toString(),
                root.resolve("closes.csv").toString()));
        Map<String, Integer> tokens = new LinkedHashMap<>();
        panel.assets().forEach(asset -> tokens.put(asset, 18));
        tokens.put("USDC", 6);
        network("exchange", tokens, "ETH", "12s");
        write("strategies/all.yaml", panel.strategy());
    }

    private Run run(String name, String scenario) {
        write("backtests/" + name + ".yaml", scenario);
        long before = cpu();
        CommandRun run = verb(Stream.of(
                "backtest",
                root.resolve("backtests/" + name + ".yaml").toString(),
                "--trials",
                root.resolve(name + ".tsv").toString(),
                "--format",
                "json"));
        JsonNode document = JsonMapper.shared().readTree(run.out());
        Run done = new Run(document);
        System.out.println(name + ": " + done.words() + ", " + (cpu() - before) / 1_000_000 + " ms of CPU");
        assertThat(done.rows()).isGreaterThan(100);
        assertThat(document.get("halted").isNull()).isTrue();
        assertThat(document.get("trades").size()).isPositive();
        assertThat(document.get("baselines").size()).isGreaterThanOrEqualTo(16);
        return done;
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private CommandRun verb(Stream<String> words) {
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private void network(String name, Map<String, Integer> tokens, String wrapped, String block) {
        StringBuilder text = new StringBuilder("""
                schema: 1
                name: %s
                chain_id: 1
                native: COIN
                wrapped: %s
                block_time: %s
                confirmations: 2 blocks
                replaceable: true
                gas: {tip: 0 gwei, reserve: 1 COIN}
                contracts:
                  router: "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45"
                  multicall3: "0xcA11bde05977b3631167028862bE2a173976CA11"
                tokens:
                """.formatted(name, wrapped, block));
        int number = 0x1000;
        for (Map.Entry<String, Integer> token : tokens.entrySet()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s: {address: \"0x%040x\", decimals: %d, feed: {address: \"0x%040x\", heartbeat: 1d}}\n",
                    token.getKey(),
                    number,
                    token.getValue(),
                    number + 0x1000));
            number++;
        }
        write("config/networks/" + name + ".yaml", text.toString());
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A result's document. */
    private record Run(JsonNode document) {
        int rows() {
            return document.get("equity").get("usd").size();
        }

        double equity(int row) {
            return document.get("equity").get("usd").get(row).doubleValue();
        }

        /** Total return. */
        double baseline(String name) {
            for (JsonNode baseline : document.get("baselines")) {
                if (baseline.get("name").stringValue().equals(name)) {
                    return baseline.get("metrics").get("totalReturn").doubleValue();
                }
            }
            throw new AssertionError("no baseline " + name);
        }

        double costs(String cause) {
            return document.get("costs").get(cause).doubleValue();
        }

        /** Whole tokens after all trades. */
        Map<String, Double> holdings() {
            Map<String, Double> held = new LinkedHashMap<>();
            held.put("USDC", equity(0));
            for (JsonNode trade : document.get("trades")) {
                if (!trade.get("failed").booleanValue()) {
                    held.merge(trade.get("sold").stringValue(), -amount(trade, "amountIn"), Double::sum);
                    held.merge(trade.get("bought").stringValue(), amount(trade, "amountOut"), Double::sum);
                }
            }
            return held;
        }

        private static double amount(JsonNode trade, String key) {
            return Double.parseDouble(trade.get(key).stringValue());
        }

        void assertAddsUp(Map<String, Double> prices, double slack) {
            double worth = holdings().entrySet().stream()
                    .mapToDouble(held -> held.getValue() * prices.get(held.getKey()))
                    .sum();
            double end = equity(rows() - 1) + costs("gas");
            assertThat(end).isCloseTo(worth, within(slack * worth + 1e-3));
        }

        String words() {
            return String.join(
                    ", ",
                    rows() + " rows",
                    document.get("trades").size() + " trades",
                    Math.round(equity(0)) + " USD to " + Math.round(equity(rows() - 1)) + " USD",
                    "costs " + document.get("costs"),
                    "verdict " + document.get("verdict").get("rule"),
                    "result " + document.get("hashes").get("result"));
        }
    }
}
