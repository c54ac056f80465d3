package io.ballast.act.journal;

import io.ballast.base.units.TokenAmount;
import io.ballast.think.action.Leg;

/**
 * One swap of a candidate.
 *
 * @param amountOut by the exact engine at the decision's block
 * @param minOut least amount that it would accept
 * @param route for people: {@code WETH→USDC v3/0.05%}; of a split with each part's share
 * @param sandwichProfit most that a sandwich could earn before gas, in the token it would be made in
 * @param sandwichPays whether that is more than the gas
 */
public record LegRecord(
        TokenAmount amountIn,
        TokenAmount amountOut,
        TokenAmount minOut,
        String route,
        TokenAmount sandwichProfit,
        boolean sandwichPays) {
    public static LegRecord of(Leg leg) {
        return new LegRecord(
                leg.quote().amountIn(),
                leg.quote().amountOut(),
                leg.sandwich().minOut(),
                leg.quote().route(),
                leg.sandwich().attackerProfit(),
                leg.sandwich().pays());
    }
}
