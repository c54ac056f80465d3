package io.ballast.lab.training;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Leg;
import io.ballast.think.portfolio.Holdings;
import java.util.Optional;
import java.util.stream.IntStream;

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
            Optional<SwapQuote> filled = fill(leg.quote(), holdings, left);
            if (filled.isEmpty()) {
                return holdings;
            }
            holdings = holdings.after(filled.get().amountIn(), filled.get().amountOut());
            left = left.with(filled.get().after());
        }
        return holdings;
    }

    private Optional<SwapQuote> fill(SwapQuote quoted, Holdings holdings, MarketState market) {
        TokenAmount amountIn =
                quoted.amountIn().min(holdings.amount(quoted.amountIn().token()));
        if (amountIn.isZero()) {
            return Optional.empty();
        }
        try {
            SwapQuote filled = new Router().quote(quoted.portions(amountIn), market.pools());
            TokenAmount least = quoted.amountOut().minus(quoted.amountOut().times(maxSlippage));
            return Optional.of(filled).filter(quote -> reaches(quote, quoted, least));
        } catch (InsufficientLiquidityException reverted) {
            // On chain this transaction reverts; nothing but gas is lost.
            return Optional.empty();
        }
    }

    /** Every part has a minimum of its own, and one that misses it reverts all. */
    private static boolean reaches(SwapQuote filled, SwapQuote quoted, TokenAmount minOut) {
        return IntStream.range(0, filled.parts().size()).allMatch(i -> {
            TokenAmount least = quoted.least(quoted.parts().get(i), minOut);
            return filled.parts().get(i).amountOut().compareTo(least) >= 0;
        });
    }
}
