package io.ballast.act.execution;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes one transaction from its signature to its confirmation. The signed bytes are durable before they are sent, the same
 * bytes are sent again until they are mined, and a nonce is used for something else only after a certain refusal. Used by one
 * thread.
 */
public final class TransactionEngine {
    private final long chainId;
    private final ChainReader chain;
    private final ChainSubmitter submitter;
    private final HeadFeed heads;
    private final Signer signer;
    private final NonceLedger nonces;
    private final Logbook log;
    private final SubmissionPolicy policy;
    private final Runnable onAccepted;

    /**
     * @param chainId signed into every transaction
     * @param onAccepted called each time a node accepts a transaction; for latency figures
     */
    public TransactionEngine(
            long chainId,
            ChainReader chain,
            ChainSubmitter submitter,
            HeadFeed heads,
            Signer signer,
            NonceLedger nonces,
            Logbook log,
            SubmissionPolicy policy,
            Runnable onAccepted) {
        this.chainId = chainId;
        this.chain = chain;
        this.submitter = submitter;
        this.heads = heads;
        this.signer = signer;
        this.nonces = nonces;
        this.log = log;
        this.policy = policy;
        this.onAccepted = onAccepted;
    }

    /** What is to be sent, before it has a nonce. */
    public record Call(
            Address to, Wei value, Bytes data, long gasLimit, Wei maxFee, Wei maxTip, Instant deadline) {}

    /** Signs, journals, sends and waits. */
    public Submission submit(String intentId, Call call, BlockRef pinned) {
        long nonce = nonces.next();
        SignedTransaction signed = signer.sign(new UnsignedTransaction(
                chainId, nonce, call.to(), call.value(), call.data(), call.gasLimit(), call.maxFee(), call.maxTip()));
        log.append(new IntentSigned(
                intentId,
                nonce,
                signed.hash(),
                signed.raw(),
                call.gasLimit(),
                call.maxFee(),
                call.maxTip(),
                call.deadline(),
                false));
        return drive(intentId, new Attempt(nonce, signed.hash(), signed.raw()), pinned);
    }

    /** Takes up a transaction that an earlier process signed: the same bytes, never new ones. */
    public Submission resume(String intentId, long nonce, Hash32 hash, Bytes raw, BlockRef head) {
        return drive(intentId, new Attempt(nonce, hash, raw), head);
    }

    private record Attempt(long nonce, Hash32 hash, Bytes raw) {}

    private Submission drive(String intentId, Attempt attempt, BlockRef head) {
        Optional<Receipt> known = receipt(attempt.hash());
        if (known.isPresent()) {
            return deepEnough(known.get(), head) ? mined(attempt, known.get()) : await(intentId, attempt, head);
        }
        SendOutcome outcome = send(intentId, attempt);
        return outcome instanceof SendOutcome.Refused refused
                ? refused(attempt, refused)
                : await(intentId, attempt, head);
    }

    private SendOutcome send(String intentId, Attempt attempt) {
        SendOutcome outcome = submitter.send(attempt.raw());
        if (outcome instanceof SendOutcome.Accepted) {
            onAccepted.run();
        }
        log.append(new IntentBroadcast(intentId, attempt.hash(), outcome.toString()));
        return outcome;
    }

    private Submission refused(Attempt attempt, SendOutcome.Refused refused) {
        if (refused.reason() != SendOutcome.Reason.NONCE_TOO_LOW) {
            return new Submission.NotSent(refused.reason() + ": " + refused.message());
        }
        return receipt(attempt.hash())
                .map(receipt -> mined(attempt, receipt))
                .orElseGet(() -> new Submission.Unresolved(
                        "nonce " + attempt.nonce() + " is taken, but not by " + attempt.hash()));
    }

    private Submission await(String intentId, Attempt attempt, BlockRef start) {
        BlockRef last = start;
        for (int waited = 1; waited <= policy.giveUpAfter(); waited++) {
            last = awaitHead(last);
            Optional<Receipt> receipt = receipt(attempt.hash());
            if (receipt.isPresent() && deepEnough(receipt.get(), last)) {
                return mined(attempt, receipt.get());
            }
            if (receipt.isEmpty() && waited % policy.resendEvery() == 0) {
                send(intentId, attempt);
            }
        }
        return new Submission.Unresolved(attempt.hash() + " with nonce " + attempt.nonce() + " is not mined after "
                + policy.giveUpAfter() + " heads");
    }

    private BlockRef awaitHead(BlockRef last) {
        return tolerating(() -> heads.awaitChange(last, policy.headTimeout()))
                .map(BlockHeader::ref)
                .orElse(last);
    }

    private Submission mined(Attempt attempt, Receipt receipt) {
        nonces.mined(attempt.nonce());
        return new Submission.Mined(receipt);
    }

    private boolean deepEnough(Receipt receipt, BlockRef head) {
        return head.number() >= receipt.blockNumber() + policy.confirmations() - 1;
    }

    private Optional<Receipt> receipt(Hash32 hash) {
        return tolerating(() -> chain.receipt(hash));
    }

    /** A node that does not answer has not said "none": the wait goes on. */
    private static <T> Optional<T> tolerating(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (ChainException e) {
            if (e.kind() == ChainException.Kind.UNAVAILABLE || e.kind() == ChainException.Kind.DISAGREEMENT) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
