package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;

/**
 * One pool of a route.
 *
 * @param feePips the pool's fee in millionths; part of a V3 path
 */
public record Hop(PoolId pool, Venue venue, int feePips, Token in, Token out) {
    /** The same pool in the other direction. */
    public Hop reversed() {
        return new Hop(pool, venue, feePips, out, in);
    }
}
