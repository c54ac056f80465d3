package io.ballast.act.execution;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.OpenIntent;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.Receipt;
import java.util.List;
import java.util.stream.Stream;

/** Books the end of an intent: what really moved, what it cost, and who else touched the pools in between. */
public final class Settlement {
    private final ChainReader chain;
    private final Address owner;
    private final Logbook log;
    private final RiskDesk risk;

    public Settlement(ChainReader chain, Address owner, Logbook log, RiskDesk risk) {
        this.chain = chain;
        this.owner = owner;
        this.log = log;
        this.risk = risk;
    }

    /** Books and returns the end; an unresolved intent stays open and halts trading. */
    public IntentOutcome settle(IntentPlanned planned, Submission submission) {
        return switch (submission) {
            case Submission.Mined(Receipt receipt) -> close(planned, receipt);
            case Submission.NotSent(String reason) -> notSent(planned, reason);
            case Submission.Lost(String reason) -> lost(planned, reason);
            case Submission.Unresolved(String reason) -> {
                risk.halt(planned.intentId() + " is unresolved: " + reason);
                yield new IntentOutcome.Unresolved(planned.intentId(), reason);
            }
        };
    }

    private IntentOutcome notSent(IntentPlanned planned, String reason) {
        risk.drop(planned.intentId());
        log.append(new IntentClosed(planned.intentId(), Status.REFUSED, reason));
        return new IntentOutcome.Dropped(planned.intentId(), reason);
    }

    private IntentOutcome lost(IntentPlanned planned, String reason) {
        risk.halt(reason);
        risk.release(planned.intentId());
        log.append(new IntentClosed(planned.intentId(), Status.LOST, reason));
        return new IntentOutcome.Dropped(planned.intentId(), reason);
    }

    /** Moves the books by an attempt that is in a block. */
    void book(IntentPlanned planned, Receipt receipt) {
        boolean moves = receipt.succeeded() && !cancels(planned, receipt);
        boolean swapped = moves && planned.kind() == ProposedTransaction.Kind.SWAP;
        Transfers transfers = Transfers.of(receipt.logs(), owner);
        TokenAmount paid = moves
                ? paid(planned, transfers)
                : TokenAmount.zero(planned.amountIn().token());
        TokenAmount received = swapped ? transfers.received(planned.tokenOut()) : TokenAmount.zero(planned.tokenOut());
        List<Hash32> strangers = swapped ? strangers(planned, receipt) : List.of();
        log.append(IntentMined.of(planned.intentId(), receipt, paid, received, strangers));
    }

    /** What the wrapper takes leaves no transfer, and neither do coins. */
    private static TokenAmount paid(IntentPlanned planned, Transfers transfers) {
        return switch (planned.kind()) {
            case SWAP, WITHDRAW -> transfers.paid(planned.amountIn().token());
            case UNWRAP, WITHDRAW_COINS -> planned.amountIn();
            case APPROVE, REVOKE -> TokenAmount.zero(planned.amountIn().token());
        };
    }

    /** Takes back what {@link #book} did: the block is no longer part of the chain. */
    void unbook(IntentMined mined) {
        log.append(new IntentUnmined(mined.intentId(), mined.txHash(), mined.blockHash()));
    }

    private boolean cancels(IntentPlanned planned, Receipt receipt) {
        return attempts(planned)
                .anyMatch(attempt -> attempt.cancels() && attempt.txHash().equals(receipt.txHash()));
    }

    private Stream<IntentSigned> attempts(IntentPlanned planned) {
        return log.state().intent(planned.intentId()).stream().flatMap(intent -> intent.attempts().stream());
    }

    private IntentOutcome close(IntentPlanned planned, Receipt receipt) {
        String id = planned.intentId();
        IntentMined booked = log.state().intent(id).flatMap(OpenIntent::mined).orElseThrow();
        risk.mined(id, receipt.fee(), receipt.succeeded() && !cancels(planned, receipt));
        if (cancels(planned, receipt)) {
            log.append(
                    new IntentClosed(id, Status.CANCELLED, "its nonce is used up in block " + receipt.blockNumber()));
            return new IntentOutcome.Cancelled(id, receipt);
        }
        if (!receipt.succeeded()) {
            log.append(new IntentClosed(id, Status.REVERTED, "status 0 in block " + receipt.blockNumber()));
            return new IntentOutcome.Reverted(id, receipt);
        }
        log.append(new IntentClosed(id, Status.FILLED, ""));
        return filled(planned, receipt, booked.amountIn(), booked.amountOut());
    }

    private IntentOutcome filled(IntentPlanned planned, Receipt receipt, TokenAmount paid, TokenAmount received) {
        boolean swapped = planned.kind() == ProposedTransaction.Kind.SWAP;
        boolean trades = swapped || planned.kind() == ProposedTransaction.Kind.WITHDRAW;
        if (trades && (received.compareTo(planned.minOut()) < 0 || paid.compareTo(planned.amountIn()) > 0)) {
            risk.halt(planned.intentId() + " paid " + paid + " and received " + received + ", outside its order of "
                    + planned.amountIn() + " for at least " + planned.minOut());
        }
        return new IntentOutcome.Filled(planned.intentId(), receipt, paid, received);
    }

    /** Transactions of others with events in the touched pools, after the pinned block and before ours. */
    private List<Hash32> strangers(IntentPlanned planned, Receipt receipt) {
        // Pools of Uniswap V4 share one contract, whose log is everybody's.
        List<Address> pools = planned.pools().stream()
                .filter(PoolId::isContract)
                .map(PoolId::address)
                .toList();
        // A reorganisation can mine it in a block that is no later than the pinned one.
        if (pools.isEmpty() || receipt.blockNumber() <= planned.pinned().number()) {
            return List.of();
        }
        return chain.logs(new LogQuery(planned.pinned().number() + 1, receipt.blockNumber(), pools, List.of())).stream()
                .filter(event -> event.blockNumber() < receipt.blockNumber() || event.index() < firstLog(receipt))
                .map(LogEntry::txHash)
                .filter(hash -> !hash.equals(receipt.txHash()))
                .distinct()
                .toList();
    }

    private static int firstLog(Receipt receipt) {
        return receipt.logs().stream().mapToInt(LogEntry::index).min().orElse(Integer.MAX_VALUE);
    }
}
