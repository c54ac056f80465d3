package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * What a swap gives and leaves behind, without a word about prices and impact: as exact as a {@link SwapQuote}, and all that a fill needs.
 *
 * @param amountOut of all portions
 * @param after pools that were swapped through, each once
 */
public record Passage(TokenAmount amountOut, List<PoolState> after) {
    public Passage {
        after = List.copyOf(after);
    }

    /**
     * Portions one after the other, each on the states as the one before leaves them.
     *
     * @param portions at least one, between the same two tokens
     * @throws InsufficientLiquidityException if a pool cannot take its whole amount
     * @throws IllegalArgumentException if {@code pools} lacks a pool of the routes
     */
    public static Passage of(List<Portion> portions, List<PoolState> pools) {
        List<PoolState> touched = new ArrayList<>(2);
        TokenAmount sum = TokenAmount.zero(portions.getFirst().route().out());
        for (Portion portion : portions) {
            TokenAmount amount = portion.amountIn();
            for (Hop hop : portion.route().hops()) {
                int known = index(touched, hop.pool());
                PoolState pool = known < 0 ? pool(pools, hop.pool()) : touched.get(known);
                SwapResult swap = pool.swapExactIn(amount, hop.out());
                amount = swap.amountOut();
                if (known < 0) {
                    touched.add(swap.after());
                } else {
                    touched.set(known, swap.after());
                }
            }
            sum = sum.plus(amount);
        }
        return new Passage(sum, touched);
    }

    private static PoolState pool(List<PoolState> pools, PoolId id) {
        int index = index(pools, id);
        if (index < 0) {
            throw new IllegalArgumentException("no state of pool " + id);
        }
        return pools.get(index);
    }

    private static int index(List<PoolState> pools, PoolId id) {
        for (int i = 0; i < pools.size(); i++) {
            if (pools.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
