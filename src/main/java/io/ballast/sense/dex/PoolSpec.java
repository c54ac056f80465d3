package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;

/**
 * What never changes about a pool; token0's address is below token1's.
 *
 * @param feePips fee in millionths
 * @param tickSpacing 0 for constant product
 */
public record PoolSpec(PoolId id, Venue venue, Token token0, Token token1, int feePips, int tickSpacing) {
    public PoolSpec {
        if (token0.address().compareTo(token1.address()) >= 0) {
            throw new IllegalArgumentException("token0 must sort below token1, were " + token0 + " and " + token1);
        }
    }
}
