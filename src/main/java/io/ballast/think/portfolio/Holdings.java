package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketState;
import java.util.ArrayList;
import java.util.List;

/**
 * What is owned: the tokens that a strategy weighs, and the coins kept for gas, which it does not.
 *
 * @param tokens one for every token of the universe, in its order
 * @param coins native coins, valued as the wrapper but never traded
 */
public record Holdings(List<TokenAmount> tokens, Wei coins) {
    public Holdings {
        tokens = List.copyOf(tokens);
    }

    public static Holdings of(AccountState account) {
        return new Holdings(account.balances(), account.coins());
    }

    public TokenAmount amount(Token token) {
        for (TokenAmount amount : tokens) {
            if (amount.token().equals(token)) {
                return amount;
            }
        }
        throw new IllegalArgumentException("no " + token + " among holdings");
    }

    /** Value of the tokens at feed prices, coins left out. */
    public Usd invested(MarketState market) {
        Usd sum = Usd.ZERO;
        for (TokenAmount amount : tokens) {
            sum = sum.plus(amount.at(market.price(amount.token())));
        }
        return sum;
    }

    /** Net asset value at feed prices: tokens and coins. */
    public Usd nav(MarketState market) {
        return invested(market).plus(coinValue(market));
    }

    /** Value of the coins at the wrapper's feed price. */
    public Usd coinValue(MarketState market) {
        return coins.at(market.price(market.universe().wrapped()));
    }

    /** These holdings after a trade. */
    public Holdings after(TokenAmount paid, TokenAmount received) {
        List<TokenAmount> left = new ArrayList<>(tokens.size());
        for (TokenAmount amount : tokens) {
            TokenAmount less = amount.token().equals(paid.token()) ? amount.minus(paid) : amount;
            left.add(amount.token().equals(received.token()) ? less.plus(received) : less);
        }
        return new Holdings(left, coins);
    }
}
