package io.ballast.act.execution;

import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.OpenIntent;
import io.ballast.act.wallet.SigningException;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.SendOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one intent from its signature to the depth at which its block is believed. Signed bytes are durable before they are
 * sent. Every attempt of an intent has one nonce, so at most one is ever mined; all are looked for at every head. The nonce is
 * done with only when one of them is mined, when another transaction is seen in a block at it, or when the first node that ever
 * saw the bytes refused them for certain; the next intent then uses it up before it gets one of its own. Nothing new is signed
 * while an earlier intent is open. Used by one thread.
 */
public final class TransactionEngine {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionEngine.class);
    private final Address account;
    private final HeadFeed heads;
    private final Signatory signatory;
    private final Outbox outbox;
    private final Sightings sightings;
    private final NonceLedger nonces;
    private final Logbook log;
    private final Tactics tactics;
    private final SubmissionPolicy policy;
    private final Supplier<Optional<String>> stopped;

    /**
     * @param stopped asked before every signature and every send, from this thread: why only what takes something back may be
     *     signed and sent from now on, or empty
     */
    public TransactionEngine(
            Address account,
            HeadFeed heads,
            Signatory signatory,
            Outbox outbox,
            Sightings sightings,
            NonceLedger nonces,
            Logbook log,
            FeeRules fees,
            SubmissionPolicy policy,
            Supplier<Optional<String>> stopped) {
        this.account = account;
        this.heads = heads;
        this.signatory = signatory;
        this.outbox = outbox;
        this.sightings = sightings;
        this.nonces = nonces;
        this.log = log;
        this.tactics = new Tactics(fees, policy);
        this.policy = policy;
        this.stopped = stopped;
    }

    /**
     * What is to be sent, before it has a nonce.
     *
     * @param value coins sent along
     * @param takesBack whether it only takes something back, and may pass when everything else is stopped
     */
    public record Call(
            Address to,
            Wei value,
            Bytes data,
            long gasLimit,
            Wei maxFee,
            Wei maxTip,
            Instant deadline,
            boolean takesBack) {}

    /**
     * Signs, journals, sends and waits.
     *
     * @param judge why the same call may not be signed for higher fees; empty if it may. Asked before each replacement
     */
    public Submission submit(String intentId, Call call, BlockHeader pinned, Function<Fees, Optional<String>> judge) {
        Optional<String> stop = stopped.get();
        if (stop.isPresent() && !call.takesBack()) {
            return new Submission.NotSent("stopped: " + stop.get());
        }
        Optional<OpenIntent> unsettled = nonces.unsettled();
        if (unsettled.isPresent()) {
            return new Submission.NotSent(unsettled.get().id() + " with nonce "
                    + unsettled.get().nonce().orElseThrow() + " is not settled");
        }
        long nonce = stop.isPresent() ? nonces.nextToTakeBack() : nonces.next();
        if (nonce <= log.state().highestNonce().orElse(-1)) {
            signatory.useUp(intentId, nonce, call);
        } else {
            signatory.first(intentId, nonce, call);
        }
        return drive(new Flight(intentId, log, call.value(), pinned, judge), true);
    }

    /**
     * Takes up what an earlier process signed: it is found mined, or the same bytes are sent until the deadline, or it is
     * cancelled. The call is not signed again for more: what was quoted then is not judged anew.
     */
    public Submission resume(String intentId, BlockHeader head) {
        return drive(
                new Flight(intentId, log, Wei.ZERO, head, fees -> Optional.of("signed before the restart")), false);
    }

    private Submission drive(Flight flight, boolean fresh) {
        // What was signed a moment ago is in no block: it goes out before anything is asked.
        Optional<Submission> end = fresh ? act(flight, true) : step(flight);
        while (end.isEmpty()) {
            flight.waited(awaitHead(flight));
            end = step(flight);
        }
        return end.get();
    }

    private Optional<Submission> step(Flight flight) {
        return look(flight).or(() -> act(flight, false));
    }

    /** The end, if an attempt is deep enough in the chain. */
    private Optional<Submission> look(Flight flight) {
        return switch (sightings.look(flight.intent(), flight.head().ref())) {
            case Sight.Deep(var receipt) -> Optional.of(new Submission.Mined(receipt));
            case Sight.Shallow shallow -> Optional.empty();
            case Sight.Silence silence -> Optional.empty();
            case Sight.Nothing nothing -> unseen(flight);
        };
    }

    private Optional<Submission> unseen(Flight flight) {
        long nonce = flight.last().nonce();
        OptionalLong count = sightings.count(account);
        boolean taken = count.isPresent() && count.getAsLong() > nonce;
        if (flight.taken(taken) > policy.confirmations()) {
            return lost(flight, nonce);
        }
        return count.isPresent() && count.getAsLong() < nonce ? behind(flight, nonce) : Optional.empty();
    }

    /** A nonce that stays used without a receipt of ours is somebody else's only if their transaction is seen in a block. */
    private Optional<Submission> lost(Flight flight, long nonce) {
        return sightings
                .stranger(flight.intent(), account, flight.head().ref())
                .map(use -> new Submission.Lost("nonce " + nonce + " of " + account + " was used by " + use.tx()
                        + " in block " + use.block() + ", which was not signed for it: the key is used elsewhere"));
    }

    /** Something below it is not mined any more: that must be settled first, or this one waits for ever. */
    private Optional<Submission> behind(Flight flight, long nonce) {
        sightings.lookBack(flight.head());
        return log.state().open().stream()
                .filter(open -> open.nonce().orElse(nonce) < nonce)
                .findFirst()
                .map(open -> new Submission.Unresolved("nonce " + nonce + " waits for " + open.id()));
    }

    private Optional<Submission> act(Flight flight, boolean fresh) {
        if (!Phase.of(flight.intent()).isInFlight()) {
            return Optional.empty();
        }
        return switch (tactics.next(flight.outlook(stopped.get().isPresent()))) {
            case Move.Wait wait -> Optional.empty();
            case Move.Send send -> send(flight, fresh);
            case Move.Replace(Fees fees) -> replace(flight, fees);
            case Move.Cancel(Fees fees) -> cancel(flight, fees);
            case Move.GiveUp(String reason) ->
                Optional.of(new Submission.Unresolved(
                        flight.last().txHash() + " with nonce " + flight.last().nonce() + " is " + reason));
        };
    }

    private Optional<Submission> replace(Flight flight, Fees fees) {
        Optional<String> objection = flight.objection(fees)
                .or(() -> flight.planned().kind().passesHalt() ? Optional.empty() : stopped.get());
        if (objection.isPresent()) {
            LOG.info("{} is not raised to {}: {}", flight.id(), fees.max(), objection.get());
            flight.begun(false);
            return Optional.empty();
        }
        return signed(flight, () -> signatory.replace(flight.planned(), flight.last(), flight.value(), fees));
    }

    private Optional<Submission> cancel(Flight flight, Fees fees) {
        return signed(flight, () -> signatory.cancel(flight.last(), fees));
    }

    /** Asks for the next move again, so that a stop between signature and send is heard. */
    private Optional<Submission> signed(Flight flight, Runnable signature) {
        try {
            signature.run();
        } catch (SigningException e) {
            LOG.warn("{}: {}", flight.id(), e.getMessage());
            flight.begun(false);
            return Optional.empty();
        }
        flight.begun(true);
        return act(flight, false);
    }

    /** Only a call that nobody ever saw can end here; the answer to any other may be about an attempt that is mined already. */
    private Optional<Submission> send(Flight flight, boolean fresh) {
        IntentSigned attempt = flight.last();
        SendOutcome outcome = outbox.send(flight.planned(), attempt, flight.head());
        Reaction reaction = Reaction.to(outcome);
        flight.sent(reaction);
        return fresh
                        && reaction.ends()
                        && outcome instanceof SendOutcome.Refused refused
                        && !sightings.mayBeKnown(attempt.txHash())
                ? Optional.of(new Submission.NotSent(refused.reason() + ": " + refused.message()))
                : Optional.empty();
    }

    private Optional<BlockHeader> awaitHead(Flight flight) {
        try {
            return heads.awaitChange(flight.head().ref(), policy.headTimeout());
        } catch (ChainException e) {
            Sightings.silence(e);
            return Optional.empty();
        }
    }
}
