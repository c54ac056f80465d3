package io.ballast.sense.dex;

import io.ballast.base.units.TokenAmount;

/**
 * So much of a swap along one route.
 *
 * @param amountIn of the route's first token, greater than zero
 */
public record Portion(Route route, TokenAmount amountIn) {
    public Portion {
        if (!route.in().equals(amountIn.token()) || amountIn.isZero()) {
            throw new IllegalArgumentException(
                    "a portion must be more than zero of the first token of " + route + ", was " + amountIn);
        }
    }
}
