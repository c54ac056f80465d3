package io.ballast.act.execution;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.JournalEntry;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the block that holds our newest closed transaction. The books of a closed intent cannot be taken back by themselves, so
 * a reorganisation that reaches deeper than the confirmations halts, by name. The newest block is enough: what is below it can
 * only go with it. Used by one thread.
 */
public final class FinalityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FinalityWatch.class);
    // Twice the two epochs after which Ethereum is final.
    private static final long DEPTH = 128;
    private final ChainReader chain;
    private final RiskDesk risk;
    private Optional<Place> newest;
    private Hash32 checked = Hash32.ZERO;

    private record Place(String intentId, long number, Hash32 hash) {}

    /** @param entries of the journal so far */
    public FinalityWatch(ChainReader chain, RiskDesk risk, Stream<JournalEntry> entries) {
        this.chain = chain;
        this.risk = risk;
        this.newest = entries.map(JournalEntry::event)
                .filter(IntentMined.class::isInstance)
                .map(IntentMined.class::cast)
                .map(mined -> new Place(mined.intentId(), mined.blockNumber(), mined.blockHash()))
                .reduce((earlier, later) -> later);
    }

    /** An intent was closed by this entry. */
    void closed(IntentMined mined) {
        newest = Optional.of(new Place(mined.intentId(), mined.blockNumber(), mined.blockHash()));
        checked = Hash32.ZERO;
    }

    /** Looks once at each head. A node that does not answer, or lags behind the block, says nothing about it. */
    void look(BlockHeader head) {
        if (checked.equals(head.ref().hash())) {
            return;
        }
        checked = head.ref().hash();
        newest.filter(place -> head.ref().number() >= place.number())
                .filter(place -> head.ref().number() - place.number() <= DEPTH)
                .filter(this::isGone)
                .ifPresent(this::halt);
    }

    private boolean isGone(Place place) {
        try {
            BlockHeader now = chain.headers(List.of(place.number())).getFirst();
            return !now.ref().hash().equals(place.hash());
        } catch (ChainException e) {
            LOG.debug("block {} not looked at: {}", place.number(), e.getMessage());
            return false;
        }
    }

    private void halt(Place place) {
        String reason = "a reorganisation deeper than the confirmations took block " + place.number() + "/"
                + place.hash().brief() + " back, which held " + place.intentId();
        LOG.error("{}", reason);
        risk.halt(reason);
        newest = Optional.empty();
    }
}
