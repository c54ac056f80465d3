package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pools as the swaps of one calculation leave them. Used by one thread. */
final class PoolsInUse {
    private final Map<PoolId, PoolState> before;
    private final List<PoolState> touched = new ArrayList<>(2);

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
        int known = index(hop.pool());
        PoolState present = known < 0 ? before(hop) : touched.get(known);
        SwapResult swap = present.swapExactIn(amount, hop.out());
        if (known < 0) {
            touched.add(swap.after());
        } else {
            touched.set(known, swap.after());
        }
        return swap;
    }

    private int index(PoolId id) {
        for (int i = 0; i < touched.size(); i++) {
            if (touched.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** States of the pools that were swapped through, in the order of their first swap. */
    List<PoolState> touched() {
        return List.copyOf(touched);
    }
}
