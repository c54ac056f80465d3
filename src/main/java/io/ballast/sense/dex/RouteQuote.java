package io.ballast.sense.dex;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.util.List;

/**
 * An exact quote of a route at one block.
 *
 * @param after states of the pools touched, after the swap, in hop order
 * @param priceImpact fall of the execution price below the mid price, fee left out, rounded up to a basis point
 * @param feeShare fees of all hops as a share of the amount, in [0, 1)
 * @param gas units of gas the swap is expected to use; an upper estimate for costing, not the transaction's limit
 */
public record RouteQuote(
        Route route,
        TokenAmount amountIn,
        TokenAmount amountOut,
        List<PoolState> after,
        Bps priceImpact,
        BigDecimal feeShare,
        long gas) {
    public RouteQuote {
        after = List.copyOf(after);
    }
}
