package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Holdings with what they are worth in one market, worked out once.
 *
 * @param values at feed prices, in the order of the holdings' tokens
 * @param invested their sum, coins left out
 * @param weights shares of it
 */
public record Valued(Holdings holdings, List<Usd> values, Usd invested, Weights weights) {
    public Valued {
        values = List.copyOf(values);
    }

    /** @throws ArithmeticException if nothing is invested */
    public static Valued of(Holdings holdings, MarketState market) {
        List<Token> tokens = new ArrayList<>(holdings.tokens().size());
        List<Usd> values = new ArrayList<>(holdings.tokens().size());
        Usd invested = Usd.ZERO;
        for (TokenAmount amount : holdings.tokens()) {
            Usd value = amount.at(market.price(amount.token()));
            tokens.add(amount.token());
            values.add(value);
            invested = invested.plus(value);
        }
        List<BigDecimal> shares = new ArrayList<>(values.size());
        for (Usd value : values) {
            shares.add(value.over(invested));
        }
        return new Valued(holdings, values, invested, new Weights(tokens, shares));
    }

    /**
     * Value of what is held of a token.
     *
     * @throws IllegalArgumentException if it is not among the holdings
     */
    public Usd value(Token token) {
        for (int i = 0; i < values.size(); i++) {
            if (holdings.tokens().get(i).token().equals(token)) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException("no " + token + " among holdings");
    }
}
