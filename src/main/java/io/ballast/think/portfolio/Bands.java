package io.ballast.think.portfolio;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The no-trade bands of a portfolio.
 *
 * @param bands one for each token but cash, in the universe's order; cash is what the others leave
 */
public record Bands(List<Band> bands) {
    /** Size of the trade that measures cost: one hundredth of the invested value. */
    private static final Usd HUNDRED = Usd.of(100);

    public Bands {
        bands = List.copyOf(bands);
    }

    /**
     * Bands around target weights. The cost of a token is the fee and impact of selling one hundredth of the invested value
     * into cash by the best route; a token that cannot be sold has a band as wide as the portfolio.
     *
     * @param fixed half-width for every token; empty derives it from cost
     */
    public static Bands of(MarketState market, Usd invested, Weights target, Optional<Bps> fixed) {
        Token cash = market.universe().cash();
        return new Bands(target.tokens().stream()
                .filter(token -> !token.equals(cash))
                .map(token -> band(market, token, invested, target.share(token).doubleValue(), fixed))
                .toList());
    }

    private static Band band(MarketState market, Token token, Usd invested, double weight, Optional<Bps> fixed) {
        Optional<Double> cost = sample(market, token, invested).map(quote -> loss(quote, market));
        if (cost.isEmpty()) {
            return new Band(token, 0, 1);
        }
        double width = fixed.map(bps -> Math.max(Band.NARROWEST, bps.fraction().doubleValue()))
                .orElseGet(() -> Band.optimalHalfWidth(weight, cost.get()));
        return new Band(token, cost.get(), width);
    }

    private static double loss(SwapQuote quote, MarketState market) {
        return Math.max(0, MidLoss.share(quote, market).doubleValue());
    }

    private static Optional<SwapQuote> sample(MarketState market, Token token, Usd invested) {
        BigDecimal whole =
                invested.over(HUNDRED).divide(market.price(token).value(), token.decimals(), RoundingMode.DOWN);
        TokenAmount amount = TokenAmount.of(token, whole);
        return amount.isZero()
                ? Optional.empty()
                : market.universe()
                        .routing()
                        .bestRoute(market.pools(), amount, market.universe().cash(), BigDecimal.ZERO);
    }

    /** Band of a token; empty for cash. */
    public Optional<Band> of(Token token) {
        return bands.stream().filter(band -> band.token().equals(token)).findFirst();
    }
}
