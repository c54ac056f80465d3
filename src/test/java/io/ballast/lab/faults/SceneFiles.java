package io.ballast.lab.faults;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Address;
import io.ballast.lab.devnet.NetworkYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of an agent that surely wants to trade: far off its target, in bites of 2,000 USD, so that there is something to do
 * in each of its first cycles. Cases change single lines.
 */
final class SceneFiles {
    private static final Address SAVINGS = new Address("0x" + "5a".repeat(20));
    private final Map<String, String> limits = new LinkedHashMap<>();
    private final Map<String, String> agent = new LinkedHashMap<>();
    private final Map<String, String> strategy = new LinkedHashMap<>();
    private String network = "";
    private Duration blockTime = FaultChain.BLOCK;

    SceneFiles() {
        limits.put("preset", "balanced");
        limits.put("max_notional_per_trade", "2000 USD");
        limits.put("max_notional_per_day", "40000 USD");
        limits.put("max_trades_per_hour", "60");
        limits.put("max_trades_per_day", "200");
        limits.put("max_slippage", "100bps");
        limits.put("max_price_impact", "50bps");
        agent.put("capital", "{max: 60000 USD}");
        agent.put("gas", "{max_per_day: 100 USD}");
        agent.put("prices", "{max_deviation: 150bps}");
        strategy.put("universe", "{WETH: {target: 50%}, USDC: {target: 50%}}");
        strategy.put("timeframe", FaultChain.BAR.toSeconds() + "s");
        strategy.put("rebalance", "{no_trade_band: 0.1%, min_trade: 5 USD}");
        strategy.put("scorer", "{type: band}");
        strategy.put(
                "execution",
                "{venues: [uniswap-v3, uniswap-v2], max_slippage: 100bps, max_price_impact: 50bps, deadline: 120s}");
    }

    /** One line under {@code limits:}. */
    SceneFiles limit(String key, String value) {
        limits.put(key, value);
        return this;
    }

    /** One top-level line of the agent's file. */
    SceneFiles agent(String key, String value) {
        agent.put(key, value);
        return this;
    }

    /** One top-level line of the strategy's file. */
    SceneFiles strategy(String key, String value) {
        strategy.put(key, value);
        return this;
    }

    /** Usual time between two blocks, by which the agent looks for new heads. */
    SceneFiles blockTime(Duration time) {
        blockTime = time;
        return this;
    }

    /** Blocks until a transaction counts. */
    SceneFiles confirmations(int blocks) {
        network = "confirmations: " + blocks + " blocks";
        return this;
    }

    /** Writes everything and reads it as a trader's agent would. */
    AgentConfiguration write(Path home, FaultChain chain, List<String> urls) {
        try {
            write(home, "networks/devnet.yaml", networkYaml(chain));
            write(home, "strategies/restless.yaml", strategyYaml());
            write(home, "agent.yaml", agentYaml(chain.account(), urls));
            Files.copy(chain.keystore(), home.resolve("keystore.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FaultChain.privateFile(home.resolve("passphrase"), FaultChain.PASSPHRASE);
        return load(home);
    }

    static AgentConfiguration load(Path home) {
        return new AgentLoader(new ConfigLoader(new YamlReader(), Map.of()))
                .load(home.resolve("agent.yaml"), Optional.empty());
    }

    private String networkYaml(FaultChain chain) {
        String yaml = NetworkYaml.of(chain.addresses(), blockTime);
        return network.isEmpty() ? yaml : yaml.replaceFirst("confirmations: \\d+ blocks?", network);
    }

    private String strategyYaml() {
        return "schema: 1\nname: restless\nnetwork: devnet\ncash: USDC\n" + lines(strategy, "");
    }

    private String agentYaml(Address account, List<String> urls) {
        String nodes = urls.stream().map(url -> '"' + url + '"').collect(Collectors.joining(", "));
        return """
            schema: 1
            mode: live
            strategies: [restless]
            strategies_dir: strategies
            networks_dir: networks
            account:
              address: "%s"
              keystore: keystore.json
              passphrase_file: passphrase
              withdraw_to: "%s"
            """.formatted(account, SAVINGS)
                + (agent.containsKey("rpc")
                        ? ""
                        : "rpc: {urls: [" + nodes + "], sync: on_decision, max_head_lag: 60s}\n")
                + lines(agent, "").replace("$urls", nodes)
                + "limits:\n"
                + lines(limits, "  ")
                + "journal: journal.db\n";
    }

    private static String lines(Map<String, String> keys, String indent) {
        return keys.entrySet().stream()
                .map(entry -> indent + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void write(Path home, String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
