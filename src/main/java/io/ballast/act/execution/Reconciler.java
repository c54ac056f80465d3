package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.BooksOpened;
import io.ballast.act.journal.Reconciled;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.Observation;
import java.util.List;

/** Holds the journal's balances against the chain's at one block, to the unit. A difference halts trading. */
public final class Reconciler {
    private final Logbook log;
    private final RiskDesk risk;

    public Reconciler(Logbook log, RiskDesk risk) {
        this.log = log;
        this.risk = risk;
    }

    /** Takes the chain's balances over as the first entry of empty books; does nothing if they are open already. */
    public void open(Observation seen) {
        if (log.state().books().isPresent()) {
            return;
        }
        AccountState account = seen.account();
        log.append(new BooksOpened(seen.market().block(), account.balances(), account.coins()));
    }

    /** Compares and journals; true if every token and the coins agree. */
    public boolean check(Observation seen) {
        Books books = log.state().books().orElseThrow(() -> new IllegalStateException("the books are not open"));
        AccountState account = seen.account();
        List<TokenAmount> expected = books.balances();
        Reconciled result = new Reconciled(
                seen.market().block(),
                expected,
                account.balances(),
                books.coins(),
                account.coins(),
                account.allowances().stream().map(Allowance::amount).toList());
        log.append(result);
        if (!result.equal()) {
            risk.halt("books and chain differ at block " + seen.market().block().number() + ": expected " + expected
                    + " and " + books.coins().coins() + " coins, found " + account.balances() + " and "
                    + account.coins().coins());
        }
        return result.equal();
    }
}
