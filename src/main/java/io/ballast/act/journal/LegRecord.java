package io.ballast.act.journal;

import io.ballast.base.units.TokenAmount;
import io.ballast.think.action.Leg;

/**
 * One swap of a candidate.
 *
 * @param amountOut by the exact engine at the decision's block
 * @param route for people: {@code WETH→USDC v3/0.05%}; of a split with each part's share
 */
public record LegRecord(TokenAmount amountIn, TokenAmount amountOut, String route) {
    public static LegRecord of(Leg leg) {
        return new LegRecord(
                leg.quote().amountIn(), leg.quote().amountOut(), leg.quote().route());
    }
}
