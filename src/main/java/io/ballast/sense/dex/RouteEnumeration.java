package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All routes of one to three hops between two tokens, by the router that executes them. A route stays with one exchange and
 * never returns to a token. Pools whose numbers are the node's are left out.
 */
final class RouteEnumeration {
    private static final int MOST_HOPS = 3;
    private static final Comparator<Route> ORDER =
            Comparator.comparingInt((Route route) -> route.hops().size()).thenComparing(RouteEnumeration::poolIds);

    private final List<PoolState> pools;
    private final Token in;
    private final Token out;
    private final List<Route> found = new ArrayList<>();

    private RouteEnumeration(List<PoolState> pools, Token in, Token out) {
        this.pools = pools;
        this.in = in;
        this.out = out;
    }

    /** In each list fewer hops first, then the lesser pool ids, whatever the order of the pools given. */
    static Map<RouterKind, List<Route>> routes(List<PoolState> pools, Token in, Token out) {
        if (in.equals(out)) {
            throw new IllegalArgumentException("a route needs two tokens, was " + in + " twice");
        }
        List<PoolState> usable = pools.stream()
                .filter(pool -> pool.spec().arithmetic() == Arithmetic.LOCAL)
                .filter(pool -> RouterKind.of(pool.venue()) != RouterKind.NONE)
                .toList();
        RouteEnumeration search = new RouteEnumeration(usable, in, out);
        search.extend(List.of(), in);
        search.found.sort(ORDER);
        Map<RouterKind, List<Route>> byRouter = new EnumMap<>(RouterKind.class);
        search.found.forEach(route -> byRouter.computeIfAbsent(RouterKind.of(route.venue()), kind -> new ArrayList<>())
                .add(route));
        return byRouter;
    }

    private void extend(List<Hop> hops, Token at) {
        for (PoolState pool : pools) {
            if (pool.holds(at) && (hops.isEmpty() || hops.get(0).venue() == pool.venue())) {
                pool.tokens().stream().filter(next -> !visited(hops, next)).forEach(next -> step(hops, pool, at, next));
            }
        }
    }

    private void step(List<Hop> hops, PoolState pool, Token at, Token next) {
        List<Hop> longer = new ArrayList<>(hops);
        longer.add(new Hop(pool.id(), pool.venue(), pool.feePips(), at, next));
        if (next.equals(out)) {
            found.add(new Route(longer));
        } else if (longer.size() < MOST_HOPS) {
            extend(longer, next);
        }
    }

    private boolean visited(List<Hop> hops, Token token) {
        return token.equals(in) || hops.stream().anyMatch(hop -> hop.out().equals(token));
    }

    static String poolIds(Route route) {
        return String.join(
                ",", route.hops().stream().map(hop -> hop.pool().hex()).toList());
    }
}
