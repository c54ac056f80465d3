package io.ballast.sense.dex;

import io.ballast.base.units.TokenAmount;

/**
 * What goes along one route of a swap, and what must come out at least.
 *
 * @param amountIn of the route's first token, greater than zero: routers read zero as "all they hold"
 * @param minOut of the route's last token, greater than zero
 */
public record RoutePart(Route route, TokenAmount amountIn, TokenAmount minOut) {
    public RoutePart {
        requireOf(route.in().equals(amountIn.token()) && !amountIn.isZero(), "amount in", amountIn);
        requireOf(route.out().equals(minOut.token()) && !minOut.isZero(), "minimum out", minOut);
    }

    private static void requireOf(boolean holds, String what, TokenAmount amount) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be more than zero of the route's token, was " + amount);
        }
    }
}
