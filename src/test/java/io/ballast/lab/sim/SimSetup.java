package io.ballast.lab.sim;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.sense.market.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The configuration of every simulated agent: read once from files like anybody's. */
final class SimSetup {
    static final Address OWNER = Address.parse("0x627306090abaB3A6e1400e9345bC60c78a8BEf57");
    static final Address STRANGER = new Address("0x" + "5".repeat(40));

    private static final String STRATEGY = """
            schema: 1
            name: core
            network: simnet
            cash: USDC
            universe:
              WETH: {target: 60%, min: 5%, max: 95%}
              USDC: {target: 40%, min: 5%, max: 95%}
            timeframe: 1m
            rebalance:
              no_trade_band: 1%
              min_trade: 20 USD
              steps: [50%, 100%]
            scorer:
              type: band
            execution:
              venues: [uniswap-v3, uniswap-v2]
              max_slippage: 15bps
              max_price_impact: 50bps
              deadline: 60s
            """;

    private static final String NETWORK = """
            schema: 1
            name: simnet
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
                feed: {address: "0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419", heartbeat: 10m}
              USDC:
                address: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"
                decimals: 6
                feed: {address: "0x8fFfFfd4AfB6115b954Bd326cbe7B4BA576818f6", heartbeat: 25h}
            pools:
              - venue: uniswap-v3
                tokens: [WETH, USDC]
                fee: 5bps
                address: "0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640"
              - venue: uniswap-v2
                tokens: [WETH, USDC]
                fee: 30bps
                address: "0xB4e16d0168e52d35CaCD2c6185b44281Ec28C9Dc"
            """;

    /** Pools read at each decision, or followed block by block. */
    static final AgentConfiguration ON_DECISION = load("on_decision");

    static final AgentConfiguration EVERY_BLOCK = load("every_block");
    static final Universe UNIVERSE = ON_DECISION.universe();
    static final Token USDC = UNIVERSE.cash();
    static final Token WETH = UNIVERSE.wrapped();

    private SimSetup() {}

    private static String agent(String sync) {
        return """
            schema: 1
            mode: paper
            strategies: [core]
            account:
              address: "0x627306090abaB3A6e1400e9345bC60c78a8BEf57"
            capital:
              max: 60000 USD
            rpc:
              urls: ["https://rpc.example/"]
              sync: %s
              max_calls_per_day: 100000000
              max_head_lag: 60s
            gas:
              reserve: 0.02 ETH
              max_per_day: 60 USD
            limits:
              preset: balanced
              max_notional_per_trade: 3000 USD
              max_notional_per_day: 15000 USD
              max_trades_per_hour: 20
              pin_code: false
            """.formatted(sync);
    }

    private static AgentConfiguration load(String sync) {
        try {
            Path root = Files.createTempDirectory("ballast-sim");
            Path agent = write(root, "config/agent.yaml", agent(sync));
            write(root, "strategies/core.yaml", STRATEGY);
            write(root, "config/networks/simnet.yaml", NETWORK);
            return new AgentLoader(new ConfigLoader(new YamlReader(), Map.of())).load(agent, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }
}
