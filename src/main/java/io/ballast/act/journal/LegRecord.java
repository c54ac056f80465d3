package io.ballast.act.journal;

import io.ballast.base.units.TokenAmount;
import io.ballast.think.action.Leg;
import java.util.Optional;

/**
 * One swap of a candidate. The least amount that it would accept is in the plan of those that were traded.
 *
 * @param amountOut by the exact engine at the decision's block
 * @param route for people: {@code WETH→USDC v3/0.05%}; of a split with each part's share
 * @param sandwichProfit most that a sandwich could earn before gas, in the token it would be made in; empty if none pays its gas
 */
public record LegRecord(
        TokenAmount amountIn, TokenAmount amountOut, String route, Optional<TokenAmount> sandwichProfit) {
    public static LegRecord of(Leg leg) {
        return new LegRecord(
                leg.quote().amountIn(),
                leg.quote().amountOut(),
                leg.quote().route(),
                leg.sandwich().pays() ? Optional.of(leg.sandwich().attackerProfit()) : Optional.empty());
    }
}
