package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The routes of some routers, enumerated once for as long as the pools stay the same ones: which routes there are does not depend
 * on what the pools hold. Thread-safe.
 */
final class KnownRoutes {
    private final List<RouterReach> reaches;
    private volatile Table table = new Table(List.of());

    KnownRoutes(List<RouterReach> reaches) {
        this.reaches = reaches;
    }

    private record Pair(Token in, Token out) {}

    /** What of a pool is part of a route. */
    private record Step(PoolSpec spec, int feePips) {
        boolean fits(PoolState pool) {
            return pool.spec().equals(spec) && pool.feePips() == feePips;
        }
    }

    private record Table(List<Step> steps, Map<Pair, List<List<Route>>> routes) {
        Table(List<Step> steps) {
            this(steps, new ConcurrentHashMap<>());
        }

        boolean fits(List<PoolState> pools) {
            boolean fits = pools.size() == steps.size();
            for (int i = 0; fits && i < steps.size(); i++) {
                fits = steps.get(i).fits(pools.get(i));
            }
            return fits;
        }
    }

    /** For each of the routers its routes, as {@link RouteEnumeration#routes}. */
    List<List<Route>> between(List<PoolState> pools, Token in, Token out) {
        Table known = table;
        if (!known.fits(pools)) {
            known = new Table(pools.stream()
                    .map(pool -> new Step(pool.spec(), pool.feePips()))
                    .toList());
            table = known;
        }
        Pair pair = new Pair(in, out);
        List<List<Route>> routes = known.routes().get(pair);
        return routes != null
                ? routes
                : known.routes()
                        .computeIfAbsent(
                                pair,
                                fresh -> reaches.stream()
                                        .map(reach -> RouteEnumeration.routes(pools, reach.venues(), in, out))
                                        .toList());
    }
}
