package io.ballast.act.execution;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.OpenIntent;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the blocks that hold our closed transactions. A reorganisation that reaches deeper than the confirmations halts, by
 * name, and opens what it took back again with its old nonce and its old bytes: those may be mined once more, so nothing else may
 * be signed for that nonce but what replaces them. Used by one thread.
 */
public final class FinalityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FinalityWatch.class);
    private final ChainReader chain;
    private final RiskDesk risk;
    private final Logbook log;
    private Optional<Look> last = Optional.empty();

    /** Which block was looked for at which head. */
    private record Look(Hash32 head, Hash32 block) {}

    public FinalityWatch(ChainReader chain, RiskDesk risk, Logbook log) {
        this.chain = chain;
        this.risk = risk;
        this.log = log;
    }

    /**
     * Looks once at each head for the newest of the blocks: what is below it can only go with it. A node that does not answer, or
     * lags behind the block, says nothing about it.
     */
    void look(BlockHeader head) {
        List<OpenIntent> settled = log.state().settled();
        if (!settled.isEmpty() && isNew(head, mined(settled.getLast()))) {
            takeBack(settled.reversed().stream()
                    .takeWhile(intent -> isGone(mined(intent), head))
                    .toList());
        }
    }

    private boolean isNew(BlockHeader head, IntentMined newest) {
        Look look = new Look(head.ref().hash(), newest.blockHash());
        boolean seen = last.filter(look::equals).isPresent();
        last = Optional.of(look);
        return !seen;
    }

    private boolean isGone(IntentMined place, BlockHeader head) {
        long depth = head.ref().number() - place.blockNumber();
        return depth >= 0 && depth <= LedgerState.REACH && isGone(place);
    }

    private boolean isGone(IntentMined place) {
        try {
            BlockHeader now = chain.headers(List.of(place.blockNumber())).getFirst();
            return !now.ref().hash().equals(place.blockHash());
        } catch (ChainException e) {
            LOG.debug("block {} not looked at: {}", place.blockNumber(), e.getMessage());
            return false;
        }
    }

    /** Halts first: nothing may be decided on books that are about to move. */
    private void takeBack(List<OpenIntent> gone) {
        if (gone.isEmpty()) {
            return;
        }
        IntentMined newest = mined(gone.getFirst());
        String reason = "a reorganisation deeper than the confirmations took block " + newest.blockNumber() + "/"
                + newest.blockHash().brief() + " back, which held " + newest.intentId();
        LOG.error("{}", reason);
        risk.halt(reason);
        for (OpenIntent intent : gone) {
            IntentMined mined = mined(intent);
            LOG.warn("{} is open again with nonce {}", intent.id(), intent.nonce().orElseThrow());
            log.append(new IntentUnmined(intent.id(), mined.txHash(), mined.blockHash()));
        }
    }

    private static IntentMined mined(OpenIntent intent) {
        return intent.mined().orElseThrow();
    }
}
