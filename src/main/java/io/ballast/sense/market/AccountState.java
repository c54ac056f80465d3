package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * What an account holds at one block.
 *
 * @param balances one for every token of the universe, in the order of its tokens
 * @param coins native balance
 * @param allowances to the universe's router, in the same order; at rest all zero
 */
public record AccountState(Address owner, List<TokenAmount> balances, Wei coins, List<TokenAmount> allowances) {
    public AccountState {
        balances = List.copyOf(balances);
        allowances = List.copyOf(allowances);
    }
}
