package io.ballast.act.journal;

import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.FeedPrice;
import java.util.List;

/**
 * What a decision saw, all of it at one block.
 *
 * @param prices one for every token of the universe, in its order
 * @param balances same order
 * @param coins native balance
 * @param pools in ascending order of id
 * @param window closed bars that the features were made of; empty while it fills
 */
public record DecisionInputs(
        List<FeedPrice> prices, List<TokenAmount> balances, Wei coins, List<PoolRecord> pools, WindowRecord window) {
    public DecisionInputs {
        prices = List.copyOf(prices);
        balances = List.copyOf(balances);
        pools = List.copyOf(pools);
    }
}
