package io.ballast.act.execution;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
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
            case Submission.Mined(Receipt receipt) -> mined(planned, receipt);
            case Submission.NotSent(String reason) -> notSent(planned, reason);
            case Submission.Unresolved(String reason) -> {
                risk.halt(planned.intentId() + " is unresolved: " + reason);
                yield new IntentOutcome.Unresolved(planned.intentId(), reason);
            }
        };
    }

    /** Closes an intent whose mined attempt is in the journal already: the process ended between the two entries. */
    public void closeMined(OpenIntent open, IntentMined mined) {
        log.append(
                mined.succeeded()
                        ? new IntentClosed(open.id(), Status.FILLED, "")
                        : new IntentClosed(open.id(), Status.REVERTED, "status 0 in block " + mined.blockNumber()));
    }

    private IntentOutcome notSent(IntentPlanned planned, String reason) {
        risk.drop(planned.intentId());
        log.append(new IntentClosed(planned.intentId(), Status.REFUSED, reason));
        return new IntentOutcome.Dropped(planned.intentId(), reason);
    }

    private IntentOutcome mined(IntentPlanned planned, Receipt receipt) {
        boolean swapped = receipt.succeeded() && planned.kind() == ProposedTransaction.Kind.SWAP;
        Transfers transfers = Transfers.of(receipt.logs(), owner);
        TokenAmount paid = receipt.succeeded()
                ? paid(planned, transfers)
                : TokenAmount.zero(planned.amountIn().token());
        TokenAmount received = swapped ? transfers.received(planned.tokenOut()) : TokenAmount.zero(planned.tokenOut());
        List<Hash32> strangers = swapped ? strangers(planned, receipt) : List.of();
        log.append(new IntentMined(
                planned.intentId(),
                receipt.txHash(),
                receipt.blockNumber(),
                receipt.blockHash(),
                receipt.index(),
                receipt.succeeded(),
                receipt.gasUsed(),
                receipt.effectiveGasPrice(),
                receipt.l1Fee(),
                paid,
                received,
                strangers));
        risk.mined(planned.intentId(), receipt.fee(), receipt.succeeded());
        return close(planned, receipt, paid, received);
    }

    /** What the wrapper takes leaves no transfer, and neither do coins. */
    private static TokenAmount paid(IntentPlanned planned, Transfers transfers) {
        return switch (planned.kind()) {
            case SWAP, WITHDRAW -> transfers.paid(planned.amountIn().token());
            case UNWRAP, WITHDRAW_COINS -> planned.amountIn();
            case APPROVE, REVOKE -> TokenAmount.zero(planned.amountIn().token());
        };
    }

    private IntentOutcome close(IntentPlanned planned, Receipt receipt, TokenAmount paid, TokenAmount received) {
        String id = planned.intentId();
        if (!receipt.succeeded()) {
            log.append(new IntentClosed(id, Status.REVERTED, "status 0 in block " + receipt.blockNumber()));
            return new IntentOutcome.Reverted(id, receipt);
        }
        log.append(new IntentClosed(id, Status.FILLED, ""));
        boolean swapped = planned.kind() == ProposedTransaction.Kind.SWAP;
        boolean trades = swapped || planned.kind() == ProposedTransaction.Kind.WITHDRAW;
        if (trades && (received.compareTo(planned.minOut()) < 0 || paid.compareTo(planned.amountIn()) > 0)) {
            risk.halt(id + " paid " + paid + " and received " + received + ", outside its order of "
                    + planned.amountIn() + " for at least " + planned.minOut());
        }
        return new IntentOutcome.Filled(id, receipt, paid, received);
    }

    /** Transactions of others with events in the touched pools, after the pinned block and before ours. */
    private List<Hash32> strangers(IntentPlanned planned, Receipt receipt) {
        // Pools of Uniswap V4 share one contract, whose log is everybody's.
        List<Address> pools = planned.pools().stream()
                .filter(PoolId::isContract)
                .map(PoolId::address)
                .toList();
        if (pools.isEmpty()) {
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
