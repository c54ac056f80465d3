package io.ballast.act.execution;

import io.ballast.act.journal.SpenderBanned;
import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
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
     * Before an approval: some tokens refuse to change an allowance that is not zero, and one that stands is nothing to build on.
     *
     * @return ends of the revokes, in order; all filled if the way is free
     */
    public List<IntentOutcome> clear(String decisionId, Token token, Observation seen) {
        return stands(token, seen) ? List.of(executor.revoke(decisionId, token, seen)) : List.of();
    }

    /** After a trade: the end of the revoke that became necessary, if any. */
    public List<IntentOutcome> afterTrade(String decisionId, Token token, Address spender) {
        Observation seen = executor.observe();
        if (!stands(token, seen)) {
            return List.of();
        }
        String reason = "left an allowance of " + token + " standing after " + decisionId;
        LOG.error("spender {} is banned: it {}", spender, reason);
        log.append(new SpenderBanned(spender, reason));
        IntentOutcome revoked = executor.revoke(decisionId, token, seen);
        risk.halt("spender " + spender + " " + reason + " and is banned");
        return List.of(revoked);
    }

    /** Takes back everything that stands. */
    public List<IntentOutcome> atRest(String occasion) {
        List<IntentOutcome> ends = new ArrayList<>();
        Observation now = executor.observe();
        for (TokenAmount allowance : now.account().allowances()) {
            if (!allowance.isZero()) {
                String id = occasion + "-" + now.market().block().number();
                ends.add(executor.revoke(id, allowance.token(), now));
                now = executor.observe();
            }
        }
        return ends;
    }

    private static boolean stands(Token token, Observation seen) {
        return seen.account().allowances().stream()
                .anyMatch(allowance -> allowance.token().equals(token) && !allowance.isZero());
    }
}
