package io.ballast.think.action;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * What a candidate must keep to.
 *
 * @param bounds of every token
 * @param steps shares of the way to a target, ascending, greater than zero
 * @param minTrade smallest notional of a leg
 * @param maxPriceImpact of a leg's quote
 * @param maxSlippage below the quote that a leg will accept, which bounds what a sandwich can take
 * @param tip per unit of gas for the block's producer
 */
public record ActionRules(
        List<WeightBound> bounds, List<Bps> steps, Usd minTrade, Bps maxPriceImpact, Bps maxSlippage, Wei tip) {
    public ActionRules {
        bounds = List.copyOf(bounds);
        steps = List.copyOf(steps);
    }

    WeightBound bound(Token token) {
        return bounds.stream()
                .filter(bound -> bound.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bounds of " + token));
    }
}
