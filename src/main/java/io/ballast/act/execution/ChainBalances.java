package io.ballast.act.execution;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * What the chain says the account holds at one block.
 *
 * @param balances one for every token of the universe, in its order, those that cannot be read left out
 * @param coins native balance
 * @param unread tokens whose balance cannot be read
 */
public record ChainBalances(BlockRef block, List<TokenAmount> balances, Wei coins, List<Token> unread) {
    public ChainBalances {
        balances = List.copyOf(balances);
        unread = List.copyOf(unread);
    }
}
