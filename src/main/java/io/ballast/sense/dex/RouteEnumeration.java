package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All routes of one to three hops between two tokens in the pools of some exchanges. A route stays with one exchange and
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

    /** Fewer hops first, then the lesser pool ids, whatever the order of the pools given. */
    static List<Route> routes(List<PoolState> pools, Set<Venue> venues, Token in, Token out) {
        if (in.equals(out)) {
            throw new IllegalArgumentException("a route needs two tokens, was " + in + " twice");
        }
        List<PoolState> usable = pools.stream()
                .filter(pool -> pool.spec().arithmetic() == Arithmetic.LOCAL)
                .filter(pool -> venues.contains(pool.venue()))
                .toList();
        RouteEnumeration search = new RouteEnumeration(usable, in, out);
        search.extend(List.of(), in);
        search.found.sort(ORDER);
        return List.copyOf(search.found);
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
