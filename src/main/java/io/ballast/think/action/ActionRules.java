package io.ballast.think.action;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a candidate must keep to.
 *
 * @param bounds of every token
 * @param steps shares of the way to a target, ascending, greater than zero
 * @param minTrade smallest notional of a leg
 * @param maxPriceImpact of a leg's quote
 * @param maxSlippage most that a leg will accept below its quote
 * @param tip per unit of gas for the block's producer
 * @param maxSandwichLoss most that is left to a sandwich that pays, of the quote
 * @param ceiling on notional, by the limits in force
 */
public record ActionRules(
        List<WeightBound> bounds,
        List<Bps> steps,
        Usd minTrade,
        Bps maxPriceImpact,
        Bps maxSlippage,
        Wei tip,
        Bps maxSandwichLoss,
        Ceiling ceiling) {
    public ActionRules {
        bounds = List.copyOf(bounds);
        steps = List.copyOf(steps);
    }

    /** Rules without a ceiling that leave the whole slippage to a sandwich. */
    public ActionRules(
            List<WeightBound> bounds, List<Bps> steps, Usd minTrade, Bps maxPriceImpact, Bps maxSlippage, Wei tip) {
        this(bounds, steps, minTrade, maxPriceImpact, maxSlippage, tip, maxSlippage, Ceiling.NONE);
    }

    /** The same rules under another ceiling. */
    public ActionRules under(Ceiling other) {
        return new ActionRules(bounds, steps, minTrade, maxPriceImpact, maxSlippage, tip, maxSandwichLoss, other);
    }

    WeightBound bound(Token token) {
        for (WeightBound bound : bounds) {
            if (bound.token().equals(token)) {
                return bound;
            }
        }
        throw new IllegalArgumentException("no bounds of " + token);
    }

    /**
     * The nearest thing to a target that the bounds allow: every weight but cash's is clipped, cash takes what is left, and if
     * that is less than cash's minimum, the others are scaled down to leave it.
     */
    Weights clip(Weights target, Token cash) {
        List<BigDecimal> shares = new ArrayList<>(target.tokens().size());
        for (int i = 0; i < target.tokens().size(); i++) {
            Token token = target.tokens().get(i);
            shares.add(
                    token.equals(cash)
                            ? BigDecimal.ZERO
                            : bound(token).clip(target.shares().get(i)));
        }
        BigDecimal others = sum(shares);
        BigDecimal most = BigDecimal.ONE.subtract(bound(cash).min().fraction());
        if (others.compareTo(most) > 0) {
            shares.replaceAll(share -> share.multiply(most).divide(others, 12, RoundingMode.DOWN));
        }
        shares.set(target.tokens().indexOf(cash), BigDecimal.ONE.subtract(sum(shares)));
        return new Weights(target.tokens(), shares);
    }

    private static BigDecimal sum(List<BigDecimal> shares) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal share : shares) {
            sum = sum.add(share);
        }
        return sum;
    }
}
