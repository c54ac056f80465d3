package io.ballast.act.execution;

import io.ballast.act.journal.SpenderBanned;
import io.ballast.base.units.Address;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.Observation;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no contract may take anything while nothing is traded. An allowance is read back after every trade; a contract
 * that did not consume it loses it, never gets one again, and trading halts. Used by one thread.
 */
public final class AllowanceGuard {
    private static final Logger LOG = LoggerFactory.getLogger(AllowanceGuard.class);
    private final Executor executor;
    private final RiskDesk risk;
    private final Logbook log;

    public AllowanceGuard(Executor executor, RiskDesk risk, Logbook log) {
        this.executor = executor;
        this.risk = risk;
        this.log = log;
    }

    /**
     * Nothing may be taken any more, as far as it could be taken back.
     *
     * @param revoked ends of the revokes that were necessary
     * @param seen afterwards
     */
    public record Rest(List<IntentOutcome> revoked, Observation seen) {
        public Rest {
            revoked = List.copyOf(revoked);
        }
    }

    /** After a trade: nothing was revoked if its router took all that it was allowed to take. */
    public Rest afterTrade(SwapOrder order) {
        Observation seen = executor.observe();
        List<Allowance> standing = seen.account().standing();
        if (standing.isEmpty()) {
            return new Rest(List.of(), seen);
        }
        Address spender = order.router().address();
        String reason = "left allowances standing after " + order.decisionId() + ": " + standing;
        LOG.error("spender {} is banned: it {}", spender, reason);
        log.append(new SpenderBanned(spender, reason));
        risk.halt("spender " + spender + " " + reason + " and is banned");
        return atRest(order.decisionId(), seen);
    }

    /** Takes back everything that stands now. */
    public Rest atRest(String occasion) {
        return atRest(occasion, executor.observe());
    }

    /**
     * Takes back everything that stands.
     *
     * @param occasion name of what the revokes belong to
     * @param seen a moment ago
     */
    public Rest atRest(String occasion, Observation seen) {
        List<IntentOutcome> ends = new ArrayList<>();
        Observation now = seen;
        for (Allowance allowance : seen.account().standing()) {
            ends.add(executor.revoke(occasion, allowance.right(), now));
            now = executor.observe();
        }
        return new Rest(ends, now);
    }
}
