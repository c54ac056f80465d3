package io.ballast.act.execution;

import io.ballast.act.journal.OpenIntent;
import io.ballast.base.units.Address;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The one authority over the account's nonces. At most one transaction is in flight, so the next nonce is the number of mined
 * ones; the journal's own count is the check on the chain's answer. Where the journal has none, because it is new or a person let
 * trading go on after a halt, every node there is must say the same. Used by one thread.
 */
public final class NonceLedger {
    private final ChainReader chain;
    private final Address account;
    private final Logbook log;

    public NonceLedger(ChainReader chain, Address account, Logbook log) {
        this.chain = chain;
        this.account = account;
        this.log = log;
    }

    /**
     * The nonce for the next transaction.
     *
     * @throws ExternalNonceException if the chain counts more of the account's transactions than the journal: the key is used
     *     elsewhere
     * @throws ChainException of kind UNAVAILABLE if the node lags behind our own last transaction, of kind DISAGREEMENT if nodes
     *     differ where the journal knows no nonce
     */
    public long next() {
        OptionalLong last = log.state().lastNonce();
        if (last.isEmpty()) {
            return chain.undisputedNonce(account);
        }
        long used = last.getAsLong() + 1;
        long mined = chain.minedNonce(account);
        if (mined > used) {
            throw new ExternalNonceException("the chain counts " + mined + " transactions of " + account
                    + ", the journal " + used + ": the key was used elsewhere");
        }
        if (mined < used) {
            throw new ChainException(
                    ChainException.Kind.UNAVAILABLE,
                    "the node counts " + mined + " transactions of ours, " + used + " are mined");
        }
        return mined;
    }

    /**
     * The nonce for what only takes something back while all else is stopped. Who used the key meanwhile does not matter then, if
     * their transaction is seen in a block; a mere count proves nothing.
     *
     * @throws ExternalNonceException as {@link #next} without that proof
     */
    public long nextToTakeBack() {
        OptionalLong last = log.state().lastNonce();
        long count = chain.undisputedNonce(account);
        boolean elsewhere = last.isPresent() && count > last.getAsLong() + 1;
        return elsewhere && chain.usedBy(account, count - 1).isPresent() ? count : next();
    }

    /** Whether the chain still waits for an earlier transaction than the one with this nonce. */
    boolean hasGapBelow(long nonce) {
        return chain.minedNonce(account) < nonce;
    }

    /**
     * The open intent whose nonce comes next, or came already: until it has ended, nothing is signed but itself. Empty if there
     * is none, or if what the chain waits for comes before it.
     */
    Optional<OpenIntent> unsettled() {
        return log.state().open().stream()
                .filter(open -> open.nonce().isPresent())
                .min(Comparator.comparingLong(open -> open.nonce().orElseThrow()))
                .filter(first -> !hasGapBelow(first.nonce().orElseThrow()));
    }
}
