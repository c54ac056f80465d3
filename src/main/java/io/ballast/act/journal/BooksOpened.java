package io.ballast.act.journal;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * The balances from which the books are kept from here on; the only event that may take over balances no intent explains.
 *
 * @param balances one for every token of the universe, in its order
 * @param coins native balance
 */
public record BooksOpened(BlockRef block, List<TokenAmount> balances, Wei coins) implements JournalEvent {
    public BooksOpened {
        balances = List.copyOf(balances);
    }
}
