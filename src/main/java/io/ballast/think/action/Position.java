package io.ballast.think.action;

import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.dex.SandwichBound;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.Holdings;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Pools and holdings as some legs leave them.
 *
 * @param cut whether a leg is smaller than it was meant to be, because a limit leaves no more
 */
record Position(MarketState market, Holdings holdings, List<Leg> legs, boolean cut) {
    static Position start(MarketState market, Holdings holdings) {
        return new Position(market, holdings, List.of(), false);
    }

    Position withCut() {
        return new Position(market, holdings, legs, true);
    }

    Position after(SwapQuote quote, SandwichBound sandwich) {
        TokenAmount paid = quote.amountIn();
        Leg leg = new Leg(quote, paid.at(market.price(paid.token())), sandwich);
        return new Position(market.with(quote.after()), holdings.after(paid, quote.amountOut()), with(leg), cut);
    }

    private List<Leg> with(Leg leg) {
        List<Leg> more = new ArrayList<>(legs);
        more.add(leg);
        return List.copyOf(more);
    }

    /** So much of a holding as is worth {@code value}, rounded down to a token unit, at most all of it. */
    TokenAmount worth(Usd value, TokenAmount holding) {
        Usd all = holding.at(market.price(holding.token()));
        if (value.compareTo(all) >= 0) {
            return holding;
        }
        BigInteger raw = new BigDecimal(holding.raw())
                .multiply(value.value())
                .divide(all.value(), 0, RoundingMode.DOWN)
                .toBigIntegerExact();
        return new TokenAmount(holding.token(), raw);
    }
}
