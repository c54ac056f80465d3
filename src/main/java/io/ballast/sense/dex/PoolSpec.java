package io.ballast.sense.dex;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import java.util.List;

/**
 * What never changes about a pool.
 *
 * @param tokens two or more, in the pool's order; except on Curve a pair's first has the lower address
 * @param feePips fee in millionths
 * @param tickSpacing greater than zero for concentrated liquidity, else 0
 * @param hooks Uniswap V4's, else zero
 * @param arithmetic whose quotes may be traded on
 */
public record PoolSpec(
        PoolId id,
        Venue venue,
        List<Token> tokens,
        int feePips,
        int tickSpacing,
        Address hooks,
        Arithmetic arithmetic) {
    public PoolSpec {
        tokens = List.copyOf(tokens);
        if (tokens.size() < 2 || tokens.stream().distinct().count() < tokens.size()) {
            throw new IllegalArgumentException("a pool has two tokens or more, all different, had " + tokens);
        }
        if (tokens.size() == 2
                && venue.protocol() != Protocol.STABLE_SWAP
                && tokens.get(0).address().compareTo(tokens.get(1).address()) >= 0) {
            throw new IllegalArgumentException(
                    "token0 must sort below token1, were " + tokens.get(0) + " and " + tokens.get(1));
        }
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
}
