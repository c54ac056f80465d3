package io.ballast.lab.devnet.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.deploy.Contracts;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPath;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderFlowTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BLOCK = Duration.ofSeconds(12);
    private final MarketPrices prices = new MarketPath(1, START).at(START);

    @Test
    void movesTheFeedsFirstAndThePoolsLast() {
        List<DevTransaction> block = new OrderFlow(addresses(), 1).next(prices, Duration.ofHours(1));
        assertThat(block.getFirst().from()).isEqualTo(DevAccounts.ORACLE);
        assertThat(block.getLast().from()).isEqualTo(DevAccounts.ARBITRAGEUR);
        assertThat(block.subList(1, block.size() - 1)).allMatch(t -> DevAccounts.TRADERS.contains(t.from()));
    }

    @Test
    void isFixedByItsSeed() {
        assertThat(blocks(1)).isEqualTo(blocks(1)).isNotEqualTo(blocks(2));
    }

    @Test
    void tradesLittleInAShortBlockAndMoreInALongOne() {
        OrderFlow flow = new OrderFlow(addresses(), 3);
        assertThat(swaps(flow, BLOCK)).isBetween(0.3, 0.6);
        assertThat(swaps(flow, Duration.ofMinutes(20))).isBetween(3.0, 4.5);
        assertThat(swaps(flow, Duration.ofDays(1))).isBetween(4.5, 5.5);
    }

    @Test
    void sitsAheadOfAgentsInSomeBlocks() {
        OrderFlow flow = new OrderFlow(addresses(), 3);
        long ahead = IntStream.range(0, 1_000)
                .filter(i -> flow.position() == FlowPosition.AHEAD_OF_AGENTS)
                .count();
        assertThat(ahead).isBetween(250L, 350L);
    }

    private double swaps(OrderFlow flow, Duration since) {
        return IntStream.range(0, 1_000)
                .map(i -> flow.next(prices, since).size() - 2)
                .average()
                .orElseThrow();
    }

    private List<List<DevTransaction>> blocks(long seed) {
        OrderFlow flow = new OrderFlow(addresses(), seed);
        List<List<DevTransaction>> blocks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            blocks.add(flow.next(prices, Duration.ofMinutes(20)));
        }
        return blocks;
    }

    private static DevnetAddresses addresses() {
        Map<DevAsset, Token> tokens = new EnumMap<>(DevAsset.class);
        Map<DevAsset, Address> feeds = new EnumMap<>(DevAsset.class);
        int number = 1;
        for (DevAsset asset : DevAsset.values()) {
            tokens.put(asset, new Token(address(number++), asset.name(), asset.decimals()));
            feeds.put(asset, address(number++));
        }
        Address any = address(99);
        PoolSpec v2 = pool(50, Venue.UNISWAP_V2, tokens.get(DevAsset.WETH), tokens.get(DevAsset.USDC), 0);
        PoolSpec v3 = pool(51, Venue.UNISWAP_V3, tokens.get(DevAsset.USDC), tokens.get(DevAsset.LINK), 60);
        Contracts contracts = new Contracts(any, any, any, any, any, any, any, any, any, any);
        return new DevnetAddresses(contracts, tokens, feeds, List.of(v2, v3));
    }

    private static PoolSpec pool(int number, Venue venue, Token token0, Token token1, int spacing) {
        return new PoolSpec(PoolId.of(address(number)), venue, token0, token1, 3_000, spacing);
    }

    private static Address address(int number) {
        return new Address(String.format("0x%040x", number));
    }
}
