package io.ballast.act.execution;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.OpenIntent;
import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.Observation;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes what an earlier process left open, before anything new is decided: an intent that was signed is sent again with the
 * same bytes or found mined, one that was not is dropped, and allowances that were left standing are taken back.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private final ChainReader chain;
    private final TransactionEngine engine;
    private final Settlement settlement;
    private final RiskDesk risk;
    private final Logbook log;

    public Recovery(ChainReader chain, TransactionEngine engine, Settlement settlement, RiskDesk risk, Logbook log) {
        this.chain = chain;
        this.engine = engine;
        this.settlement = settlement;
        this.risk = risk;
        this.log = log;
    }

    /** Ends every open intent, oldest first. */
    public void closeOpenIntents() {
        for (OpenIntent open : List.copyOf(log.state().open())) {
            LOG.info("recovered: {}", close(open));
        }
    }

    private String close(OpenIntent open) {
        if (open.mined().isPresent()) {
            settlement.closeMined(open, open.mined().get());
            return open.id() + " was mined";
        }
        return open.lastAttempt()
                .map(signed -> resume(open.planned(), signed))
                .orElseGet(() -> drop(open.planned(), "not signed before the restart"))
                .describe();
    }

    /** Revokes what routers may still take. */
    public List<IntentOutcome> revokeAllowances(Executor executor, Observation seen) {
        List<IntentOutcome> ends = new ArrayList<>();
        Observation now = seen;
        for (Allowance allowance : seen.account().standing()) {
            ends.add(executor.revoke("recovery-" + now.market().block().number(), allowance.right(), now));
            now = executor.observe();
        }
        return ends;
    }

    private IntentOutcome resume(IntentPlanned planned, IntentSigned signed) {
        BlockRef head = chain.head().ref();
        boolean late = head.timestamp().isAfter(signed.deadline());
        if (late && chain.receipt(signed.txHash()).isEmpty() && !chain.knows(signed.txHash())) {
            return drop(planned, "its deadline passed before a node took it");
        }
        return settlement.settle(
                planned, engine.resume(planned.intentId(), signed.nonce(), signed.txHash(), signed.raw(), head));
    }

    private IntentOutcome drop(IntentPlanned planned, String reason) {
        risk.release(planned.intentId());
        log.append(new IntentClosed(planned.intentId(), Status.DROPPED, reason));
        return new IntentOutcome.Dropped(planned.intentId(), reason);
    }
}
