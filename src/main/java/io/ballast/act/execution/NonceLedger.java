package io.ballast.act.execution;

import io.ballast.act.journal.JournalEntry;
import io.ballast.base.units.Address;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The one authority over the account's nonces. At most one transaction is in flight, so the next nonce is the number of mined
 * ones; the journal's own count is the check on the chain's answer. Used by one thread.
 */
public final class NonceLedger {
    private final ChainReader chain;
    private final Address account;
    private OptionalLong lastMined;

    /** @param lastMined highest nonce of ours that the journal knows to be mined; empty before the first */
    public NonceLedger(ChainReader chain, Address account, OptionalLong lastMined) {
        this.chain = chain;
        this.account = account;
        this.lastMined = lastMined;
    }

    /**
     * Highest nonce of ours that a journal knows to be used up. When a person lets trading go on after a halt, the chain's count
     * is taken as it is again: what was signed elsewhere is thereby acknowledged.
     */
    public static OptionalLong lastMined(Stream<JournalEntry> entries) {
        UsedNonces used = new UsedNonces();
        entries.map(JournalEntry::event).forEachOrdered(used::after);
        return used.last();
    }

    /**
     * The nonce for the next transaction.
     *
     * @throws ExternalNonceException if the chain counts more of the account's transactions than the journal: the key is used
     *     elsewhere
     * @throws ChainException of kind UNAVAILABLE if the node lags behind our own last transaction
     */
    public long next() {
        long mined = chain.minedNonce(account);
        if (lastMined.isPresent() && mined > lastMined.getAsLong() + 1) {
            throw new ExternalNonceException("the chain counts " + mined + " transactions of " + account
                    + ", the journal " + (lastMined.getAsLong() + 1) + ": the key was used elsewhere");
        }
        if (lastMined.isPresent() && mined <= lastMined.getAsLong()) {
            throw new ChainException(
                    ChainException.Kind.UNAVAILABLE,
                    "the node counts " + mined + " transactions of ours, " + (lastMined.getAsLong() + 1)
                            + " are mined");
        }
        return mined;
    }

    /** Whether the chain still waits for an earlier transaction than the one with this nonce. */
    boolean hasGapBelow(long nonce) {
        return chain.minedNonce(account) < nonce;
    }

    /** Tells that a transaction of ours was mined, with or without success. */
    public void mined(long nonce) {
        lastMined = OptionalLong.of(Math.max(nonce, lastMined.orElse(-1)));
    }
}
