package io.ballast.sense.dex;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one router contract can do in one transaction: all parts of a swap go through one router.
 *
 * @param venues exchanges whose pools it swaps in
 * @param mostParts routes it can take at once
 */
public record RouterReach(Set<Venue> venues, int mostParts) {
    /** As many as a split has at most. */
    private static final int ALL_PARTS = 3;

    /** Uniswap's SwapRouter02. */
    public static final RouterReach SWAP_ROUTER_02 =
            new RouterReach(EnumSet.of(Venue.UNISWAP_V2, Venue.UNISWAP_V3), ALL_PARTS);

    /** Uniswap's Universal Router. */
    public static final RouterReach UNIVERSAL =
            new RouterReach(EnumSet.of(Venue.UNISWAP_V2, Venue.UNISWAP_V3, Venue.UNISWAP_V4), ALL_PARTS);

    public RouterReach {
        venues = Set.copyOf(venues);
    }

    /** A router of Uniswap V2's kind, which knows one exchange and takes one route. */
    public static RouterReach pairs(Venue venue) {
        if (venue.protocol() != Protocol.CONSTANT_PRODUCT) {
            throw new IllegalArgumentException("a V2 router does not swap at " + venue.label());
        }
        return new RouterReach(EnumSet.of(venue), 1);
    }

    /** Whether it can carry out the whole swap. */
    public boolean takes(SwapQuote quote) {
        boolean takes = quote.parts().size() <= mostParts;
        for (RouteQuote part : quote.parts()) {
            takes &= venues.contains(part.route().venue());
        }
        return takes;
    }

    /** Whether it can do all that another one can. */
    public boolean covers(RouterReach other) {
        return mostParts >= other.mostParts && venues.containsAll(other.venues);
    }

    /** Cut down to some exchanges. */
    public RouterReach within(Set<Venue> some) {
        return new RouterReach(Set.copyOf(venues.stream().filter(some::contains).toList()), mostParts);
    }

    boolean splits() {
        return mostParts > 1;
    }

    /** Without those that another one covers; of equals the first stays. */
    static List<RouterReach> widest(List<RouterReach> all) {
        List<RouterReach> distinct = all.stream().distinct().toList();
        return distinct.stream()
                .filter(each -> distinct.stream().noneMatch(other -> !other.equals(each) && other.covers(each)))
                .toList();
    }
}
