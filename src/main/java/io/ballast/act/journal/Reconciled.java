package io.ballast.act.journal;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * The books were held against the chain.
 *
 * @param expected by the books, one for every token of the universe, in its order
 * @param actual at the block, same order
 * @param allowances one for every right the agent can grant, at the block; at rest all zero
 */
public record Reconciled(
        BlockRef block,
        List<TokenAmount> expected,
        List<TokenAmount> actual,
        Wei expectedCoins,
        Wei actualCoins,
        List<TokenAmount> allowances)
        implements JournalEvent {
    public Reconciled {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
        allowances = List.copyOf(allowances);
    }

    /** Whether every token and the coins agree to the unit. Allowances are judged apart: between approval and swap they stand. */
    public boolean equal() {
        return expected.equals(actual) && expectedCoins.equals(actualCoins);
    }
}
