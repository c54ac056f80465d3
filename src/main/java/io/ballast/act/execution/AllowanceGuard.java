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

    /** After a trade: ends of the revokes that became necessary; empty if its router took all that it was allowed to take. */
    public List<IntentOutcome> afterTrade(SwapOrder order) {
        List<Allowance> standing = executor.observe().account().standing();
        if (standing.isEmpty()) {
            return List.of();
        }
        Address spender = order.router().address();
        String reason = "left allowances standing after " + order.decisionId() + ": " + standing;
        LOG.error("spender {} is banned: it {}", spender, reason);
        log.append(new SpenderBanned(spender, reason));
        risk.halt("spender " + spender + " " + reason + " and is banned");
        return atRest(order.decisionId());
    }

    /**
     * Takes back everything that stands.
     *
     * @param occasion name of what the revokes belong to
     */
    public List<IntentOutcome> atRest(String occasion) {
        List<IntentOutcome> ends = new ArrayList<>();
        Observation now = executor.observe();
        for (Allowance allowance : now.account().standing()) {
            ends.add(executor.revoke(occasion, allowance.right(), now));
            now = executor.observe();
        }
        return ends;
    }
}
