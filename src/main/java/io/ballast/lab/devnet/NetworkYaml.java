package io.ballast.lab.devnet;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;

/** A devnet as a network file: what an agent needs to find its way, in the form of {@code config/networks}. */
public final class NetworkYaml {
    private final StringBuilder text = new StringBuilder();

    private NetworkYaml() {}

    /** @param blockTime usual time between two blocks, whole seconds */
    public static String of(DevnetAddresses addresses, Duration blockTime) {
        NetworkYaml yaml = new NetworkYaml();
        yaml.profile(blockTime);
        yaml.contracts(addresses);
        yaml.tokens(addresses);
        yaml.pools(addresses);
        return yaml.text.toString();
    }

    private void profile(Duration blockTime) {
        line("# Written by the devnet; good for this run only.");
        line("schema: 1");
        line("name: devnet");
        line("chain_id: " + DevnetAddresses.CHAIN_ID);
        line("native: ETH");
        line("wrapped: WETH");
        line("block_time: " + blockTime.toSeconds() + "s");
        line("confirmations: 1 block");
        line("replaceable: true");
        line("gas: {tip: 1 gwei, max_price: 100 gwei, reserve: 0.02 ETH}");
    }

    private void contracts(DevnetAddresses addresses) {
        line("contracts:");
        contract("router", addresses.contracts().router());
        contract("multicall3", addresses.contracts().multicall());
        contract("quoter", addresses.contracts().quoter());
    }

    private void contract(String key, Address address) {
        line("  " + key + ": \"" + address + "\"");
    }

    private void tokens(DevnetAddresses addresses) {
        line("tokens:");
        addresses.tokens().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().address()))
                .forEach(entry -> token(entry.getValue(), addresses.feed(entry.getKey())));
    }

    private void token(Token token, Address feed) {
        line("  " + token + ":");
        line("    address: \"" + token.address() + "\"");
        line("    decimals: " + token.decimals());
        line("    feed: {address: \"" + feed + "\", decimals: " + DevnetAddresses.FEED_DECIMALS + ", heartbeat: "
                + DevnetAddresses.HEARTBEAT.toSeconds() + "s}");
    }

    private void pools(DevnetAddresses addresses) {
        line("pools:");
        addresses.pools().forEach(this::pool);
    }

    private void pool(PoolSpec pool) {
        String venue = pool.venue() == Venue.UNISWAP_V2 ? "uniswap-v2" : "uniswap-v3";
        line("  - venue: " + venue);
        line("    address: \"" + pool.id().address() + "\"");
        line("    tokens: [" + pool.token0() + ", " + pool.token1() + "]");
        line("    fee: " + fee(pool.feePips()));
    }

    private static String fee(int pips) {
        return BigDecimal.valueOf(pips, 2).stripTrailingZeros().toPlainString() + "bps";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
