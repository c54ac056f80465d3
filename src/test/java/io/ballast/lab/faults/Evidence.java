package io.ballast.lab.faults;

import io.ballast.act.journal.JournalEntry;
import io.ballast.act.risk.RiskLimits;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * All that there is to know after a case, from the chain and from files, not from the agent.
 *
 * @param transactions of the account, in chain order
 * @param nonce number of mined transactions of the account, as the chain counts
 * @param balances of every token of the universe
 * @param standing allowances of the account that are not zero
 * @param spenders everybody the account ever gave an allowance to
 * @param entries of the journal
 * @param leaks where the key was found
 * @param foreign transactions of the account that the case itself sent
 * @param reports what the agent said of itself and what was true
 */
record Evidence(
        Address account,
        RiskLimits limits,
        Hash32 configHash,
        List<ChainTx> transactions,
        long nonce,
        List<TokenAmount> balances,
        Wei coins,
        List<Standing> standing,
        Set<Address> spenders,
        List<JournalEntry> entries,
        List<String> leaks,
        Set<Hash32> foreign,
        List<Report> reports) {
    /** An allowance somebody could use. */
    record Standing(Token token, Address spender, BigInteger raw) {}

    /**
     * One statement of the agent's on its own health: an exit code, a status, an outcome.
     *
     * @param saidOk that it works as it should
     * @param wasOk that it did
     */
    record Report(String what, boolean saidOk, boolean wasOk) {}
}
