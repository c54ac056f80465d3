package io.ballast.act.execution;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.OpenIntent;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.Receipt;
import java.util.Optional;

/**
 * Looks for every attempt of an intent, and keeps the books in step with what is seen: booked in the first block that holds one,
 * taken back when that block is no longer part of the chain. Used by one thread.
 */
public final class Sightings {
    private final ChainReader chain;
    private final Settlement settlement;
    private final int confirmations;

    /** @param confirmations blocks from the one that holds the transaction, itself counted, until it is believed; at least 1 */
    public Sightings(ChainReader chain, Settlement settlement, int confirmations) {
        this.chain = chain;
        this.settlement = settlement;
        this.confirmations = confirmations;
    }

    /** @throws ChainException unless the node is merely silent or disagrees with others */
    Sight look(OpenIntent intent, BlockRef head) {
        try {
            Optional<Receipt> found = find(intent);
            Optional<IntentMined> undone = intent.mined()
                    .filter(mined ->
                            found.filter(receipt -> same(mined, receipt)).isEmpty());
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

    /** Whether the account's count of mined transactions is past this nonce; no answer is no. */
    boolean isTaken(long nonce, Address account) {
        try {
            return chain.minedNonce(account) > nonce;
        } catch (ChainException e) {
            silence(e);
            return false;
        }
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
        boolean deep = head.number() >= receipt.blockNumber() + confirmations - 1;
        // A node may keep a receipt in its index for longer than its block is part of the chain.
        return deep && chain.header(receipt.blockHash()).isPresent()
                ? new Sight.Deep(receipt)
                : new Sight.Shallow(receipt);
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
