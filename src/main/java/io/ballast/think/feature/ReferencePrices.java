package io.ballast.think.feature;

import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Universe;
import java.util.Comparator;
import java.util.Optional;

/**
 * Marginal price of every token in cash, from one pool each, fixed by the universe alone: the cheapest V3 pool against cash, else
 * the V2 pool against cash, else the same against the wrapper and from there to cash. Immutable, thread-safe.
 */
public final class ReferencePrices {
    private static final Comparator<PoolSpec> PREFERENCE = Comparator.comparing(
                    (PoolSpec pool) -> pool.venue() != Venue.UNISWAP_V3)
            .thenComparingInt(PoolSpec::feePips)
            .thenComparing(pool -> pool.id().toString());

    private final Universe universe;

    /** @throws IllegalArgumentException if a token has no path to cash */
    public ReferencePrices(Universe universe) {
        this.universe = universe;
        universe.tokens().forEach(this::checkReachable);
    }

    /** Whole cash tokens for one whole token, in the order of the universe's tokens; cash itself is 1. */
    public double[] at(MarketState market) {
        return universe.tokens().stream()
                .mapToDouble(token -> price(market, token))
                .toArray();
    }

    private double price(MarketState market, Token token) {
        if (token.equals(universe.cash())) {
            return 1;
        }
        Optional<PoolSpec> direct = reference(token, universe.cash());
        return direct.isPresent()
                ? mid(market, direct.get(), token)
                : mid(market, reference(token, universe.wrapped()).orElseThrow(), token)
                        * price(market, universe.wrapped());
    }

    private static double mid(MarketState market, PoolSpec spec, Token base) {
        PoolState pool = market.pool(spec.id());
        return pool.midPrice(base).doubleValue();
    }

    private Optional<PoolSpec> reference(Token token, Token quote) {
        return universe.pools().stream()
                .filter(pool -> joins(pool, token, quote))
                .min(PREFERENCE);
    }

    private static boolean joins(PoolSpec pool, Token a, Token b) {
        return (pool.token0().equals(a) && pool.token1().equals(b))
                || (pool.token0().equals(b) && pool.token1().equals(a));
    }

    private void checkReachable(Token token) {
        Token cash = universe.cash();
        Token wrapped = universe.wrapped();
        boolean reachable = token.equals(cash)
                || reference(token, cash).isPresent()
                || (reference(token, wrapped).isPresent()
                        && reference(wrapped, cash).isPresent());
        if (!reachable) {
            throw new IllegalArgumentException("no pool prices " + token + " in " + cash);
        }
    }
}
