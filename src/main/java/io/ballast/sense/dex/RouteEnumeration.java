package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.util.ArrayList;
import java.util.List;

/** All routes of one or two hops of one venue between two tokens, in the order of the pools given. */
final class RouteEnumeration {
    private RouteEnumeration() {}

    static List<Route> routes(List<PoolState> pools, Token in, Token out) {
        if (in.equals(out)) {
            throw new IllegalArgumentException("a route needs two tokens, was " + in + " twice");
        }
        List<Route> routes = new ArrayList<>();
        for (PoolState first : pools) {
            if (holds(first, in)) {
                Hop hop = hop(first, in);
                if (hop.out().equals(out)) {
                    routes.add(new Route(List.of(hop)));
                } else {
                    pools.stream()
                            .filter(second -> second.venue() == hop.venue())
                            .filter(second -> holds(second, hop.out()) && holds(second, out))
                            .forEach(second -> routes.add(new Route(List.of(hop, hop(second, hop.out())))));
                }
            }
        }
        return routes;
    }

    private static Hop hop(PoolState pool, Token in) {
        return new Hop(pool.id(), pool.venue(), pool.feePips(), in, pool.other(in));
    }

    private static boolean holds(PoolState pool, Token token) {
        return pool.token0().equals(token) || pool.token1().equals(token);
    }
}
