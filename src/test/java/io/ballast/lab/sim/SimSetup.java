package io.ballast.lab.sim;

import static io.ballast.agent.ConfigSandbox.AGENT;
import static io.ballast.agent.ConfigSandbox.NETWORK;
import static io.ballast.agent.ConfigSandbox.STRATEGY;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.ConfigSandbox;
import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.sense.market.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configurations of simulated agents: read once from files like anybody's. */
final class SimSetup {
    static final Address OWNER = Address.parse("0x627306090abaB3A6e1400e9345bC60c78a8BEf57");
    static final Address STRANGER = new Address("0x" + "5".repeat(40));

    private static final String CALLS = "\n  max_calls_per_day: 100000000\n  max_head_lag: 60s";

    /** A signer that nobody asks: {@link SimSigner} signs. */
    private static final String KEY =
            "  signer: \"unix:signer.sock\"\n  withdraw_to: \"0x" + "5".repeat(40) + "\"\ncapital:";

    private static final String LIMITS = """
            preset: balanced
              max_notional_per_trade: 3000 USD
              max_notional_per_day: 15000 USD
              max_trades_per_hour: 20
              pin_code: \
            """;

    private static final String RELAY = """

            execution:
              relay:
                urls: ["https://relay.example/"]
                public_after: 2 blocks
            """;

    private static final String TIMING = """
            timeframe: 1m
            rebalance:
              no_trade_band: 1%
              min_trade: 20 USD
              steps: [50%, 100%]""";

    private static final String PAIR = """
            pools:
              - venue: uniswap-v2
                tokens: [WETH, USDC]
                fee: 30bps
                address: "0xB4e16d0168e52d35CaCD2c6185b44281Ec28C9Dc"
            """;

    /** Pools read at each decision. */
    static final AgentConfiguration ON_DECISION = load("on_decision", false, false);

    /** Pools followed block by block. */
    static final AgentConfiguration EVERY_BLOCK = load("every_block", false, false);

    /** Code of contracts compared. */
    static final AgentConfiguration PINNING = load("on_decision", true, false);

    /** Swaps shown to a relay first. */
    static final AgentConfiguration HIDING = load("on_decision", false, true);

    static final Universe UNIVERSE = ON_DECISION.universe();
    static final Token USDC = UNIVERSE.cash();
    static final Token WETH = UNIVERSE.wrapped();

    private SimSetup() {}

    private static AgentConfiguration load(String sync, boolean pins, boolean hides) {
        try {
            Path root = Files.createTempDirectory("ballast-sim");
            ConfigSandbox files = new ConfigSandbox(root)
                    .change(AGENT, "mode: paper", "mode: live")
                    .change(AGENT, "capital:", KEY)
                    .change(AGENT, "max: 50000 USD", "max: 60000 USD")
                    .change(AGENT, "max_head_lag: 30s", "sync: " + sync + CALLS)
                    .change(AGENT, "reserve: 0.02 ETH", "reserve: 0.02 ETH\n  max_per_day: 60 USD")
                    .change(AGENT, "max_notional_per_trade: 5000 USD", LIMITS + pins + (hides ? RELAY : ""))
                    .change(STRATEGY, "min: 10%, max: 80%", "min: 5%, max: 95%")
                    .change(STRATEGY, "min: 10%, max: 100%", "min: 5%, max: 95%")
                    .change(STRATEGY, "timeframe: 1h", TIMING)
                    .change(
                            STRATEGY,
                            "venues: [uniswap-v3]",
                            "venues: [uniswap-v3, uniswap-v2]\n  max_price_impact: 50bps")
                    .change(STRATEGY, "max_slippage: 30bps", "max_slippage: 15bps")
                    .change(NETWORK, "heartbeat: 1h", "heartbeat: 10m")
                    .change(NETWORK, "pools:\n", PAIR);
            AgentConfiguration config = files.load();
            files.delete();
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
