package io.ballast.sense.dex;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import java.util.List;

/**
 * What never changes about a pool.
 *
 * @param tokens two or more, in the pool's order; except on Curve a pair's first has the lower address, or stands for the coin
 * @param feePips fee in millionths
 * @param tickSpacing greater than zero for concentrated liquidity, else 0
 * @param hooks Uniswap V4's, else zero
 * @param arithmetic whose quotes may be traded on
 * @param nativeCoin whether the pool settles {@link #token0()}, the wrapped coin, in the chain's coin itself: Uniswap V4 alone
 */
public record PoolSpec(
        PoolId id,
        Venue venue,
        List<Token> tokens,
        int feePips,
        int tickSpacing,
        Address hooks,
        Arithmetic arithmetic,
        boolean nativeCoin) {
    public PoolSpec {
        tokens = List.copyOf(tokens);
        if (tokens.size() < 2 || tokens.stream().distinct().count() < tokens.size()) {
            throw new IllegalArgumentException("a pool has two tokens or more, all different, had " + tokens);
        }
        if (nativeCoin && venue.protocol() != Protocol.CONCENTRATED_SINGLETON) {
            throw new IllegalArgumentException("pools of " + venue.label() + " never settle in the chain's coin");
        }
        if (tokens.size() == 2
                && !nativeCoin
                && venue.protocol() != Protocol.STABLE_SWAP
                && tokens.get(0).address().compareTo(tokens.get(1).address()) >= 0) {
            throw new IllegalArgumentException(
                    "token0 must sort below token1, were " + tokens.get(0) + " and " + tokens.get(1));
        }
    }

    /** A pool that settles in its tokens. */
    public PoolSpec(
            PoolId id,
            Venue venue,
            List<Token> tokens,
            int feePips,
            int tickSpacing,
            Address hooks,
            Arithmetic arithmetic) {
        this(id, venue, tokens, feePips, tickSpacing, hooks, arithmetic, false);
    }

    /** A pair without hooks whose arithmetic is proven. */
    public PoolSpec(PoolId id, Venue venue, Token token0, Token token1, int feePips, int tickSpacing) {
        this(id, venue, List.of(token0, token1), feePips, tickSpacing, Address.ZERO, Arithmetic.LOCAL);
    }

    public Protocol protocol() {
        return venue.protocol();
    }

    public Token token0() {
        return tokens.get(0);
    }

    public Token token1() {
        return tokens.get(1);
    }

    /** The same pool by other quotes. */
    public PoolSpec quotedBy(Arithmetic whose) {
        return new PoolSpec(id, venue, tokens, feePips, tickSpacing, hooks, whose, nativeCoin);
    }

    /**
     * Contract in which the pool settles one of its tokens; zero for the chain's coin.
     *
     * @throws IllegalArgumentException if the pool has no such token
     */
    public Address currency(Token token) {
        if (!tokens.contains(token)) {
            throw new IllegalArgumentException("the pool has no " + token);
        }
        return nativeCoin && token.equals(token0()) ? Address.ZERO : token.address();
    }
}
