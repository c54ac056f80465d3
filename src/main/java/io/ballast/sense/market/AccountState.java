package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an account holds at one block.
 *
 * @param balances one for every token of the universe, in the order of its tokens
 * @param coins native balance
 * @param allowances one for every right that the agent can grant; at rest all zero
 */
public record AccountState(Address owner, List<TokenAmount> balances, Wei coins, List<Allowance> allowances) {
    public AccountState {
        balances = List.copyOf(balances);
        allowances = List.copyOf(allowances);
    }

    /** What may be taken now. */
    public List<Allowance> standing() {
        List<Allowance> standing = new ArrayList<>();
        for (Allowance allowance : allowances) {
            if (!allowance.isZero()) {
                standing.add(allowance);
            }
        }
        return List.copyOf(standing);
    }

    /** What is left of a right; empty if it was not asked about, which is not zero. */
    public Optional<Allowance> allowance(SpendingRight right) {
        return allowances.stream()
                .filter(allowance -> allowance.right().equals(right))
                .findFirst();
    }
}
