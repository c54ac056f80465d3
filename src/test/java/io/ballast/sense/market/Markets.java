package io.ballast.sense.market;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import java.time.Duration;
import java.util.List;

/** A universe of three tokens: A is the wrapped coin, B is cash, C has no pool with cash. */
final class Markets {
    static final List<Token> TOKENS = List.of(A, B, C);

    private Markets() {}

    static Universe universe(List<PoolState> pools) {
        List<FeedSpec> feeds = List.of(
                new FeedSpec(C, address(0xfc), 8, Duration.ofHours(1)),
                new FeedSpec(A, address(0xfa), 8, Duration.ofHours(1)),
                new FeedSpec(B, address(0xfb), 18, Duration.ofDays(1)));
        List<PoolSpec> specs = pools.stream().map(Markets::spec).toList();
        return new Universe(31_337, TOKENS, B, A, specs, feeds, address(0xee), address(0xcc));
    }

    static MarketState market(BlockHeader header, List<PoolState> pools) {
        List<FeedPrice> prices = TOKENS.stream()
                .map(token -> new FeedPrice(token, Usd.of(1), header.ref().timestamp(), false))
                .toList();
        return new MarketState(universe(pools), header, pools, prices);
    }

    private static PoolSpec spec(PoolState pool) {
        return pool.spec();
    }
}
