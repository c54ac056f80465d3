package io.ballast.agent;

import io.ballast.base.config.Symbol;
import io.ballast.base.units.Address;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.NetworkFile;
import io.ballast.sense.market.NetworkFile.Contracts;
import io.ballast.sense.market.NetworkFile.FeedEntry;
import io.ballast.sense.market.NetworkFile.TokenEntry;
import io.ballast.sense.market.PoolEntry;
import io.ballast.sense.market.PoolFee;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A devnet's network file with made-up addresses. */
final class DevnetFixture {
    private DevnetFixture() {}

    static NetworkFile network(NetworkFile profile) {
        Map<Symbol, TokenEntry> tokens = new LinkedHashMap<>();
        int next = 1;
        for (Map.Entry<String, Integer> token :
                Map.of("WETH", 18, "WBTC", 8, "LINK", 18, "USDC", 6).entrySet()) {
            FeedEntry feed = new FeedEntry(address(100 + next), 8, Duration.ofHours(1));
            tokens.put(
                    new Symbol(token.getKey()), new TokenEntry(address(next++), token.getValue(), Optional.of(feed)));
        }
        return profile.deployed(
                new Contracts(
                        Optional.of(address(50)),
                        Optional.of(address(51)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                tokens,
                List.of(pool("WETH", "USDC", 60), pool("WBTC", "WETH", 61), pool("LINK", "WETH", 62)));
    }

    private static PoolEntry pool(String a, String b, int address) {
        return new PoolEntry(
                Venue.UNISWAP_V3,
                address(address),
                List.of(new Symbol(a), new Symbol(b)),
                new PoolFee(3000),
                Optional.empty());
    }

    private static Address address(int number) {
        return new Address("0x" + String.format("%040x", number));
    }
}
