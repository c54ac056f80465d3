package io.ballast.act.execution;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.OpenIntent;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.NonceUse;
import io.ballast.sense.chain.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for every attempt of an intent, and keeps the books in step with what is seen: booked in the first block that holds one,
 * taken back when that block is no longer part of the chain. A receipt that a node does not find proves nothing: nodes lose
 * them. Used by one thread.
 */
public final class Sightings {
    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);
    private final ChainReader chain;
    private final Settlement settlement;
    private final FinalityWatch finality;
    private final int confirmations;

    /** @param confirmations blocks from the one that holds the transaction, itself counted, until it is believed; at least 1 */
    public Sightings(ChainReader chain, Settlement settlement, FinalityWatch finality, int confirmations) {
        this.chain = chain;
        this.settlement = settlement;
        this.finality = finality;
        this.confirmations = confirmations;
    }

    /** @throws ChainException unless the node is merely silent or disagrees with others */
    Sight look(OpenIntent intent, BlockRef head) {
        try {
            Optional<Receipt> found = find(intent);
            Optional<IntentMined> undone = intent.mined()
                    .filter(mined ->
                            found.filter(receipt -> same(mined, receipt)).isEmpty());
            if (found.isEmpty() && undone.isPresent() && stands(undone.get())) {
                return new Sight.Silence();
            }
            undone.ifPresent(settlement::unbook);
            if (found.isEmpty()) {
                return new Sight.Nothing();
            }
            if (intent.mined().isEmpty() || undone.isPresent()) {
                settlement.book(intent.planned(), found.get());
            }
            return depth(found.get(), head);
        } catch (ChainException e) {
            return silence(e);
        }
    }

    private boolean stands(IntentMined mined) {
        BlockHeader now = chain.headers(List.of(mined.blockNumber())).getFirst();
        return now.ref().hash().equals(mined.blockHash());
    }

    /** The account's count of mined transactions; empty if there is no answer. */
    OptionalLong count(Address account) {
        try {
            return OptionalLong.of(chain.minedNonce(account));
        } catch (ChainException e) {
            silence(e);
            return OptionalLong.empty();
        }
    }

    /** What used the intent's nonce up and is none of its attempts, deep enough in the chain; no answer is none. */
    Optional<NonceUse> stranger(OpenIntent intent, Address account, BlockRef head) {
        try {
            return chain.usedBy(account, intent.nonce().orElseThrow())
                    .filter(use -> !intent.hasAttempt(use.tx()))
                    .filter(use -> isDeep(use.block(), head));
        } catch (ChainException e) {
            LOG.debug("the use of {} is not known: {}", intent.nonce(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Looks whether closed intents were taken back. */
    void lookBack(BlockHeader head) {
        finality.look(head);
    }

    /** Whether a node may hold the transaction, in a block or waiting; no answer is yes. */
    boolean mayBeKnown(Hash32 hash) {
        try {
            return chain.receipt(hash).isPresent() || chain.knows(hash);
        } catch (ChainException e) {
            silence(e);
            return true;
        }
    }

    /** All hashes: any of the attempts may be the one. */
    private Optional<Receipt> find(OpenIntent intent) {
        for (IntentSigned attempt : intent.attempts().reversed()) {
            Optional<Receipt> receipt = chain.receipt(attempt.txHash());
            if (receipt.isPresent()) {
                return receipt;
            }
        }
        return Optional.empty();
    }

    private Sight depth(Receipt receipt, BlockRef head) {
        // A node may keep a receipt in its index for longer than its block is part of the chain.
        return isDeep(receipt.blockNumber(), head)
                        && chain.header(receipt.blockHash()).isPresent()
                ? new Sight.Deep(receipt)
                : new Sight.Shallow(receipt);
    }

    private boolean isDeep(long block, BlockRef head) {
        return head.number() >= block + confirmations - 1;
    }

    private static boolean same(IntentMined mined, Receipt receipt) {
        return mined.txHash().equals(receipt.txHash()) && mined.blockHash().equals(receipt.blockHash());
    }

    static Sight silence(ChainException e) {
        return switch (e.kind()) {
            case UNAVAILABLE, DISAGREEMENT, UNKNOWN_BLOCK -> new Sight.Silence();
            case MALFORMED, REFUSED, REVERTED -> throw e;
        };
    }
}
