package io.ballast.agent;

import io.ballast.base.config.ConfigException;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small right configuration in a directory of its own, to be broken by tests. */
public final class ConfigSandbox {
    public static final String AGENT = "config/agent.yaml";
    public static final String STRATEGY = "strategies/core.yaml";
    public static final String NETWORK = "config/networks/testnet.yaml";
    static final String USDC = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";
    static final Map<String, String> ENVIRONMENT =
            Map.of("RPC_A", "https://rpc.example/v2/s3cr3tKeyOfTheNode", "LOOP", "https://${LOOP}.example/");

    private static final Map<String, String> FILES = Map.of(AGENT, """
            schema: 1
            mode: paper
            strategies: [core]
            account:
              address: "0x627306090abaB3A6e1400e9345bC60c78a8BEf57"
            capital:
              max: 50000 USD
            rpc:
              urls: ["${RPC_A}"]
              max_head_lag: 30s
            gas:
              reserve: 0.02 ETH
            limits:
              max_notional_per_trade: 5000 USD
            """, STRATEGY, """
            schema: 1
            name: core
            network: testnet
            cash: USDC
            universe:
              WETH: {target: 60%, min: 10%, max: 80%}
              USDC: {target: 40%, min: 10%, max: 100%}
            timeframe: 1h
            scorer:
              type: band
            execution:
              venues: [uniswap-v3]
              max_slippage: 30bps
              deadline: 60s
            """, NETWORK, """
            schema: 1
            name: testnet
            chain_id: 1
            native: ETH
            wrapped: WETH
            block_time: 12s
            confirmations: 2 blocks
            replaceable: true
            contracts:
              router: "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45"
              multicall3: "0xcA11bde05977b3631167028862bE2a173976CA11"
            tokens:
              WETH:
                address: "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"
                decimals: 18
                feed: {address: "0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419", heartbeat: 1h}
              USDC:
                address: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"
                decimals: 6
                feed: {address: "0x8fFfFfd4AfB6115b954Bd326cbe7B4BA576818f6", heartbeat: 25h}
            pools:
              - venue: uniswap-v3
                tokens: [WETH, USDC]
                fee: 5bps
                address: "0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640"
            """);

    private final Path root;

    public ConfigSandbox(Path root) {
        this.root = root;
        FILES.forEach((name, text) -> write(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    static String original(String file) {
        return Optional.ofNullable(FILES.get(file)).orElseThrow();
    }

    Path path(String file) {
        return root.resolve(file);
    }

    void write(String file, byte[] content) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.write(path(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces text that must be there. */
    public ConfigSandbox edit(String file, String before, String after) {
        String text = original(file);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file + " has no " + before);
        }
        write(file, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The same of the file as it is now. */
    public ConfigSandbox change(String file, String before, String after) {
        try {
            String text = Files.readString(path(file));
            if (!text.contains(before)) {
                throw new IllegalArgumentException(file + " has no " + before);
            }
            write(file, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the files away; what was loaded stays. */
    public void delete() {
        FILES.keySet().forEach(file -> path(file).toFile().delete());
        for (String folder : List.of("config/networks", "config", "strategies", ".")) {
            root.resolve(folder).toFile().delete();
        }
    }

    public AgentConfiguration load() {
        return load(Optional.empty());
    }

    AgentConfiguration load(Optional<Mode> mode) {
        return new AgentLoader(new ConfigLoader(new YamlReader(), ENVIRONMENT)).load(path(AGENT), mode);
    }

    /** Lines of all problems, with the directory taken off. */
    List<String> problems() {
        return problems(Optional.empty());
    }

    List<String> problems(Optional<Mode> mode) {
        try {
            load(mode);
            return List.of();
        } catch (ConfigException e) {
            return e.getMessage().replace(root + "/", "").lines().toList();
        }
    }
}
