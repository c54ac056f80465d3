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
import java.util.Set;
import java.util.stream.Collectors;
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

    /** At which head all blocks up to which one were looked for. */
    private record Look(Hash32 head, Hash32 newest) {}

    public FinalityWatch(ChainReader chain, RiskDesk risk, Logbook log) {
        this.chain = chain;
        this.risk = risk;
        this.log = log;
    }

    /**
     * Looks once at each head for all blocks that can still go: a trade made after a reorganisation says nothing about those
     * before it. A node that does not answer, or lags behind a block, says nothing about it.
     */
    void look(BlockHeader head) {
        List<OpenIntent> due = log.state().settled().reversed().stream()
                .filter(intent -> isInReach(mined(intent), head))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Look look = new Look(head.ref().hash(), mined(due.getFirst()).blockHash());
        if (last.filter(look::equals).isEmpty()) {
            gone(due).ifPresent(gone -> {
                last = Optional.of(look);
                takeBack(gone);
            });
        }
    }

    private static boolean isInReach(IntentMined place, BlockHeader head) {
        long depth = head.ref().number() - place.blockNumber();
        return depth >= 0 && depth <= LedgerState.REACH;
    }

    /** Which of the blocks are not in the chain any more; empty if nobody answers. */
    private Optional<List<OpenIntent>> gone(List<OpenIntent> due) {
        List<Long> numbers = due.stream()
                .map(intent -> mined(intent).blockNumber())
                .distinct()
                .toList();
        try {
            Set<Hash32> standing = chain.headers(numbers).stream()
                    .map(header -> header.ref().hash())
                    .collect(Collectors.toSet());
            return Optional.of(due.stream()
                    .filter(intent -> !standing.contains(mined(intent).blockHash()))
                    .toList());
        } catch (ChainException e) {
            LOG.debug("blocks of closed intents not looked at: {}", e.getMessage());
            return Optional.empty();
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
            LOG.warn(
                    "{} is open again with nonce {}",
                    intent.id(),
                    intent.nonce().orElseThrow());
            log.append(new IntentUnmined(intent.id(), mined.txHash(), mined.blockHash()));
        }
    }

    private static IntentMined mined(OpenIntent intent) {
        return intent.mined().orElseThrow();
    }
}
