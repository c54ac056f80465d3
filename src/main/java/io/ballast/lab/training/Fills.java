package io.ballast.lab.training;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.RouteQuote;
import io.ballast.sense.dex.Router;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Leg;
import io.ballast.think.portfolio.Holdings;
import java.util.Optional;

/**
 * Executes candidates on the market that their transactions meet, by the exact engine. A leg that would give less than its slippage
 * limit reverts, and the legs after it are dropped, as the agent does.
 *
 * @param maxSlippage below the quote
 */
record Fills(Bps maxSlippage) {

    /** Holdings afterwards; gas is not taken off. */
    Holdings fill(Candidate candidate, Holdings before, MarketState market) {
        Holdings holdings = before;
        MarketState left = market;
        for (Leg leg : candidate.legs()) {
            Optional<RouteQuote> filled = fill(leg.quote(), holdings, left);
            if (filled.isEmpty()) {
                return holdings;
            }
            holdings = holdings.after(filled.get().amountIn(), filled.get().amountOut());
            left = left.with(filled.get().after());
        }
        return holdings;
    }

    private Optional<RouteQuote> fill(RouteQuote quoted, Holdings holdings, MarketState market) {
        TokenAmount amountIn =
                quoted.amountIn().min(holdings.amount(quoted.amountIn().token()));
        if (amountIn.isZero()) {
            return Optional.empty();
        }
        try {
            RouteQuote filled = new Router().quote(quoted.route(), market.pools(), amountIn);
            TokenAmount least = quoted.amountOut().minus(quoted.amountOut().times(maxSlippage));
            return Optional.of(filled).filter(quote -> quote.amountOut().compareTo(least) >= 0);
        } catch (InsufficientLiquidityException reverted) {
            // On chain this transaction reverts; nothing but gas is lost.
            return Optional.empty();
        }
    }
}
