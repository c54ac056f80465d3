package io.ballast.act.execution;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.SendOutcome;
import java.util.Optional;

/**
 * Hands signed bytes to nodes and journals what they said. Swaps go to the private relay first if there is one, and to everybody
 * only when the relay has given them up: the same bytes under the same nonce. What takes something back, and approvals, have
 * nothing to hide. Used by one thread.
 */
public final class Outbox {
    private final ChainSubmitter everybody;
    private final Optional<PrivateRelay> relay;
    private final Logbook log;
    private final Runnable onAccepted;

    /** @param onAccepted called each time a node accepts a transaction; for latency figures */
    public Outbox(ChainSubmitter everybody, Optional<PrivateRelay> relay, Logbook log, Runnable onAccepted) {
        this.everybody = everybody;
        this.relay = relay;
        this.log = log;
        this.onAccepted = onAccepted;
    }

    /**
     * A way to the producers of blocks that shows a transaction to nobody else.
     *
     * @param publicAfter blocks from the quoted one after which a transaction it did not bring into a block is shown to everybody
     */
    public record PrivateRelay(ChainSubmitter submitter, int publicAfter) {
        public PrivateRelay {
            if (publicAfter < 1) {
                throw new IllegalArgumentException("a relay needs at least one block, got " + publicAfter);
            }
        }
    }

    SendOutcome send(IntentPlanned planned, IntentSigned attempt, BlockHeader head) {
        SendOutcome outcome = way(planned, attempt, head).send(attempt.raw());
        if (outcome instanceof SendOutcome.Accepted) {
            onAccepted.run();
        }
        log.append(new IntentBroadcast(attempt.intentId(), attempt.txHash(), outcome.toString()));
        return outcome;
    }

    private ChainSubmitter way(IntentPlanned planned, IntentSigned attempt, BlockHeader head) {
        boolean hides = planned.kind() == ProposedTransaction.Kind.SWAP && !attempt.cancels();
        long passed = head.ref().number() - planned.pinned().number();
        return relay.filter(way -> hides && passed < way.publicAfter())
                .map(PrivateRelay::submitter)
                .orElse(everybody);
    }
}
