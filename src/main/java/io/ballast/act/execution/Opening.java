package io.ballast.act.execution;

import io.ballast.base.units.Address;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.market.Observation;

/**
 * Opens the books of an account on the chain. A journal that knows nothing of an account that has already sent transactions was
 * lost or left on another host: the books are taken over from the chain, and nothing is traded until a person says so, since
 * what was spent today and why it may have been halted is not known. Used by one thread.
 */
public final class Opening {
    private final ChainReader chain;
    private final Address owner;
    private final Reconciler reconciler;
    private final RiskDesk risk;
    private final Logbook log;

    public Opening(ChainReader chain, Address owner, Reconciler reconciler, RiskDesk risk, Logbook log) {
        this.chain = chain;
        this.owner = owner;
        this.reconciler = reconciler;
        this.risk = risk;
        this.log = log;
    }

    /** Does nothing if the books are open. */
    public void open(Observation seen) {
        if (log.state().books().isPresent()) {
            return;
        }
        long sent = chain.minedNonce(owner);
        if (sent > 0) {
            risk.halt("rebuilt from the chain: the journal is new, and the account has sent " + sent
                    + " transactions before; resume when its holdings are as they should be");
        }
        reconciler.open(seen);
    }
}
