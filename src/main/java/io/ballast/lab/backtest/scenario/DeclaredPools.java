package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.Universe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what a scenario says of pools into pools of the universe. One that the network pins keeps its address; any other gets one
 * that nobody has.
 */
record DeclaredPools(Bound<ScenarioFile> scenario, Network network, Universe universe, Problems problems) {
    /** Tick spacings of the factory's fee tiers. */
    private static final Map<Integer, Integer> SPACING = Map.of(100, 1, 500, 10, 3_000, 60, 10_000, 200);

    private static final int PIPS = 100;

    /** Pools with depth; incomplete where there are problems. */
    List<Fills.Depth> deep() {
        List<Fills.Depth> pools = new ArrayList<>();
        scenario.value().fills().depth().forEach((pair, depth) -> {
            Optional<Token> one = token(pair, pair.one().text());
            Optional<Token> other = token(pair, pair.other().text());
            if (one.isPresent() && other.isPresent()) {
                spec(pair, depth, one.get(), other.get())
                        .ifPresent(spec -> pools.add(new Fills.Depth(spec, depth.tvl())));
            }
        });
        pools.sort(Comparator.comparing(depth -> depth.pool().id()));
        universe.tokens().stream()
                .filter(token -> !token.equals(universe.cash()))
                .filter(token ->
                        pools.stream().noneMatch(depth -> depth.pool().tokens().contains(token)))
                .forEach(token -> scenario.problem(problems, "fills.depth", "has no pool of " + token));
        return pools;
    }

    /** A pair with cash for every other token. */
    List<PoolSpec> flat(int costBps) {
        return universe.tokens().stream()
                .filter(token -> !token.equals(universe.cash()))
                .map(token -> pool(Venue.UNISWAP_V3, token, universe.cash(), costBps * PIPS, 1, "flat"))
                .sorted(Comparator.comparing(PoolSpec::id))
                .toList();
    }

    private Optional<Token> token(Pair pair, String symbol) {
        Optional<Token> found = universe.tokens().stream()
                .filter(token -> token.symbol().equals(symbol))
                .findFirst();
        if (found.isEmpty()) {
            scenario.problem(problems, "fills.depth." + pair, "\"" + symbol + "\" is not in the strategy's universe");
        }
        return found;
    }

    private Optional<PoolSpec> spec(Pair pair, FillsFile.DepthFile depth, Token one, Token other) {
        int pips = depth.fee().pips();
        Optional<PoolSpec> pinned = network.allPools().stream()
                .filter(pool -> pool.venue() == depth.venue() && pool.feePips() == pips)
                .filter(pool -> pool.tokens().contains(one) && pool.tokens().contains(other))
                .findFirst();
        if (pinned.isPresent()) {
            return pinned;
        }
        boolean ticks = depth.venue() == Venue.UNISWAP_V3;
        if (ticks && !SPACING.containsKey(pips)) {
            scenario.problem(
                    problems,
                    "fills.depth." + pair + ".fee",
                    "is no fee of uniswap-v3, expected 1bps, 5bps, 30bps or 100bps");
            return Optional.empty();
        }
        return Optional.of(pool(depth.venue(), one, other, pips, ticks ? SPACING.getOrDefault(pips, 1) : 0, "pool"));
    }

    private static PoolSpec pool(Venue venue, Token one, Token other, int pips, int spacing, String kind) {
        List<Token> sorted = java.util.stream.Stream.of(one, other)
                .sorted(Comparator.comparing(Token::address))
                .toList();
        String words = "ballast backtest " + kind + " " + venue + " "
                + sorted.get(0).address() + " " + sorted.get(1).address() + " " + pips;
        Hash32 hash = Hash32.of(Keccak256.digest(words.getBytes(StandardCharsets.UTF_8)));
        PoolId id = PoolId.of(new Address("0x" + hash.hex().substring(26)));
        return new PoolSpec(id, venue, sorted.get(0), sorted.get(1), pips, spacing);
    }
}
