package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.market.FeedSpec;
import io.ballast.sense.market.Universe;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where everything stands on a devnet. The same for every seed.
 *
 * @param tokens one for every asset
 * @param feeds USD price feeds with 8 decimals, one for every asset
 * @param pools in ascending order of id
 */
public record DevnetAddresses(
        Contracts contracts, Map<DevAsset, Token> tokens, Map<DevAsset, Address> feeds, List<PoolSpec> pools) {
    /** Chain id of a devnet. */
    public static final long CHAIN_ID = 31_337;
    /** Longest time between two updates of a feed. */
    public static final Duration HEARTBEAT = Duration.ofHours(1);
    /** Decimals of every feed's answer. */
    public static final int FEED_DECIMALS = 8;

    public DevnetAddresses {
        tokens = Map.copyOf(tokens);
        feeds = Map.copyOf(feeds);
        pools = pools.stream().sorted(Comparator.comparing(PoolSpec::id)).toList();
    }

    public Token token(DevAsset asset) {
        return Objects.requireNonNull(tokens.get(asset));
    }

    public Address feed(DevAsset asset) {
        return Objects.requireNonNull(feeds.get(asset));
    }

    /** The asset that a token is. */
    public DevAsset asset(Token token) {
        return DevAsset.valueOf(token.symbol());
    }

    /** The whole devnet as an agent's universe; cash is USDC. */
    public Universe universe() {
        List<Token> ordered = tokens.values().stream()
                .sorted(Comparator.comparing(Token::address))
                .toList();
        List<FeedSpec> specs = ordered.stream()
                .map(t -> new FeedSpec(t, feed(asset(t)), FEED_DECIMALS, HEARTBEAT))
                .toList();
        return new Universe(
                CHAIN_ID,
                ordered,
                token(DevAsset.USDC),
                token(DevAsset.WETH),
                pools,
                specs,
                contracts.router(),
                contracts.multicall());
    }
}
