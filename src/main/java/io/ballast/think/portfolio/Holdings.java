package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketState;
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
        return tokens.stream()
                .filter(a -> a.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + token + " among holdings"));
    }

    /** Value of the tokens at feed prices, coins left out. */
    public Usd invested(MarketState market) {
        return tokens.stream().map(a -> a.at(market.price(a.token()))).reduce(Usd.ZERO, Usd::plus);
    }

    /** Net asset value at feed prices: tokens and coins. */
    public Usd nav(MarketState market) {
        return invested(market).plus(coins.at(market.price(market.universe().wrapped())));
    }

    /** These holdings after a trade. */
    public Holdings after(TokenAmount paid, TokenAmount received) {
        return new Holdings(
                tokens.stream()
                        .map(a -> a.token().equals(paid.token()) ? a.minus(paid) : a)
                        .map(a -> a.token().equals(received.token()) ? a.plus(received) : a)
                        .toList(),
                coins);
    }
}
