package io.ballast.act.execution;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.JournalEntry;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the blocks that hold our closed transactions. The books of a closed intent cannot be taken back by themselves, so a
 * reorganisation that reaches deeper than the confirmations halts, by name. Blocks that were seen on one chain together are
 * watched by the newest of them alone: what is below it can only go with it. Used by one thread.
 */
public final class FinalityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FinalityWatch.class);
    // Twice the two epochs after which Ethereum is final.
    private static final long DEPTH = 128;
    private final ChainReader chain;
    private final RiskDesk risk;
    private final List<Place> watched;
    private Hash32 checked = Hash32.ZERO;

    private record Place(String intentId, long number, Hash32 hash) {
        static Place of(IntentMined mined) {
            return new Place(mined.intentId(), mined.blockNumber(), mined.blockHash());
        }

        boolean isIn(List<BlockHeader> headers) {
            return headers.stream().anyMatch(header -> header.ref().hash().equals(hash));
        }
    }

    /** @param entries of the journal so far */
    public FinalityWatch(ChainReader chain, RiskDesk risk, Stream<JournalEntry> entries) {
        this.chain = chain;
        this.risk = risk;
        this.watched = closed(entries);
    }

    /** What may have been taken back while nobody looked: the newest, and all that is not yet final below it. */
    private static List<Place> closed(Stream<JournalEntry> entries) {
        Map<String, Place> mined = new HashMap<>();
        List<Place> closed = new ArrayList<>();
        entries.map(JournalEntry::event).forEach(event -> {
            switch (event) {
                case IntentMined found -> mined.put(found.intentId(), Place.of(found));
                case IntentUnmined gone -> mined.remove(gone.intentId());
                case IntentClosed done ->
                    Optional.ofNullable(mined.remove(done.intentId())).ifPresent(closed::add);
                default -> {}
            }
        });
        long newest = closed.stream().mapToLong(Place::number).max().orElse(0);
        closed.removeIf(place -> newest - place.number() > DEPTH);
        return closed;
    }

    /** An intent was closed by this entry. */
    void closed(IntentMined mined) {
        watched.add(Place.of(mined));
        checked = Hash32.ZERO;
    }

    /** Looks once at each head. A node that does not answer, or lags behind a block, says nothing about it. */
    void look(BlockHeader head) {
        long number = head.ref().number();
        List<Place> due = watched.stream()
                .filter(place -> number >= place.number() && number - place.number() <= DEPTH)
                .toList();
        if (checked.equals(head.ref().hash()) || due.isEmpty()) {
            return;
        }
        List<BlockHeader> headers;
        try {
            headers = chain.headers(due.stream().map(Place::number).distinct().toList());
        } catch (ChainException e) {
            LOG.debug("blocks of closed intents not looked at: {}", e.getMessage());
            return;
        }
        checked = head.ref().hash();
        due.stream()
                .filter(place -> !place.isIn(headers))
                .findFirst()
                .ifPresentOrElse(this::halt, () -> keepNewest(due));
    }

    private void keepNewest(List<Place> standing) {
        long newest = standing.stream().mapToLong(Place::number).max().orElseThrow();
        watched.removeIf(place -> place.number() < newest);
    }

    private void halt(Place place) {
        String reason = "a reorganisation deeper than the confirmations took block " + place.number() + "/"
                + place.hash().brief() + " back, which held " + place.intentId();
        LOG.error("{}", reason);
        risk.halt(reason);
        watched.clear();
    }
}
