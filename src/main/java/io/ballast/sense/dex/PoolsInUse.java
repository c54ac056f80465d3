package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pools as the swaps of one calculation leave them. Used by one thread. */
final class PoolsInUse {
    private final Map<PoolId, PoolState> before;
    private final Map<PoolId, PoolState> touched = new LinkedHashMap<>();

    PoolsInUse(Map<PoolId, PoolState> before) {
        this.before = before;
    }

    /**
     * A pool as it was before any swap.
     *
     * @throws IllegalArgumentException if there is no state of it
     */
    static PoolState find(Map<PoolId, PoolState> pools, PoolId id) {
        PoolState pool = pools.get(id);
        if (pool == null) {
            throw new IllegalArgumentException("no state of pool " + id);
        }
        return pool;
    }

    /** The next swap along a whole route; what comes out at its end. */
    TokenAmount through(Route route, TokenAmount amount) {
        TokenAmount left = amount;
        for (Hop hop : route.hops()) {
            left = swap(hop, left).amountOut();
        }
        return left;
    }

    PoolState before(Hop hop) {
        return find(before, hop.pool());
    }

    /** The next swap through a hop. */
    SwapResult swap(Hop hop, TokenAmount amount) {
        PoolState present = touched.getOrDefault(hop.pool(), before(hop));
        SwapResult swap = present.swapExactIn(amount, hop.out());
        touched.put(hop.pool(), swap.after());
        return swap;
    }

    /** States of the pools that were swapped through, in the order of their first swap. */
    List<PoolState> touched() {
        return List.copyOf(touched.values());
    }
}
