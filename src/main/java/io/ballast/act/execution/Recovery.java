package io.ballast.act.execution;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.OpenIntent;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes what an earlier process left open, before anything new is decided: an intent that was signed is found mined by any of
 * its hashes, or sent again with the same bytes, or cancelled where it is late or trading is halted; one that was not signed is
 * dropped; and allowances that were left standing are taken back. What a deep reorganisation opened again ends in the same way.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private final ChainReader chain;
    private final TransactionEngine engine;
    private final NonceLedger nonces;
    private final Settlement settlement;
    private final FinalityWatch finality;
    private final RiskDesk risk;
    private final Logbook log;

    public Recovery(
            ChainReader chain,
            TransactionEngine engine,
            NonceLedger nonces,
            Settlement settlement,
            FinalityWatch finality,
            RiskDesk risk,
            Logbook log) {
        this.chain = chain;
        this.engine = engine;
        this.nonces = nonces;
        this.settlement = settlement;
        this.finality = finality;
        this.risk = risk;
        this.log = log;
    }

    /**
     * Uses up the nonces below the open intents', which could otherwise never be mined: by revoking what is not allowed, which
     * changes nothing and passes every limit, or by a transfer of nothing where something else was signed for the nonce. Halts
     * when that fails.
     */
    public void fillGaps(Executor executor) {
        finality.look(chain.head());
        OptionalLong first = log.state().open().stream()
                .flatMapToLong(open -> open.nonce().stream())
                .min();
        boolean filled = true;
        while (first.isPresent() && filled && nonces.hasGapBelow(first.getAsLong())) {
            IntentOutcome end = fill(executor);
            LOG.warn("a gap below nonce {}: {}", first.getAsLong(), end.describe());
            filled = end.filled() || end instanceof IntentOutcome.Cancelled || !nonces.hasGapBelow(first.getAsLong());
        }
        if (!filled) {
            risk.halt("the gap below nonce " + first.orElseThrow() + " could not be filled");
        }
    }

    private static IntentOutcome fill(Executor executor) {
        Observation seen = executor.observe();
        Universe universe = seen.market().universe();
        SpendingRight nothing =
                universe.routers().getFirst().rights(universe.cash()).getFirst();
        return executor.revoke("gap-" + seen.market().block().number(), nothing, seen);
    }

    /** Ends every open intent in the order of their nonces: none can be mined before the one below it. */
    public void closeOpenIntents() {
        finality.look(chain.head());
        List<OpenIntent> inOrder = log.state().open().stream()
                .sorted(Comparator.comparingLong(open -> open.nonce().orElse(Long.MAX_VALUE)))
                .toList();
        for (OpenIntent open : inOrder) {
            LOG.info("recovered: {}", close(open));
        }
    }

    private String close(OpenIntent open) {
        return open.attempts().isEmpty()
                ? drop(open.planned()).describe()
                : settlement
                        .settle(open.planned(), engine.resume(open.id(), chain.head()))
                        .describe();
    }

    /** Certain: nothing is sent before it is signed, and nothing signed that is not in the journal. */
    private IntentOutcome drop(IntentPlanned planned) {
        String reason = "not signed before the restart";
        risk.release(planned.intentId());
        log.append(new IntentClosed(planned.intentId(), Status.DROPPED, reason));
        return new IntentOutcome.Dropped(planned.intentId(), reason);
    }
}
