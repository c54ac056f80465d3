package io.ballast.act.execution;

import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.L1Charge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs what is about to be signed on the node's own EVM, on top of the pinned block. Nothing is signed unless the node fills
 * the swap exactly as the local engine quoted it.
 */
public final class Preflight {
    private final ChainReader chain;
    private final Address owner;

    public Preflight(ChainReader chain, Address owner) {
        this.chain = chain;
        this.owner = owner;
    }

    /**
     * Approvals and swap, one after the other; the fault in words, or empty.
     *
     * @param missing rights that are still to be granted, in the order of granting
     */
    public Optional<String> approvalsAndSwap(SwapOrder order, List<SpendingRight> missing, L1Charge l1) {
        List<SimulatedTx> transactions = new ArrayList<>();
        for (SpendingRight right : missing) {
            transactions.add(transaction(
                    right.keeper(),
                    TransactionPlans.approvalData(order, right),
                    GasLimits.with(GasLimits.APPROVE, l1)));
        }
        transactions.add(transaction(
                order.router().address(),
                order.data(owner),
                GasLimits.with(GasLimits.swap(order.quote(), order.attempt()), l1)));
        return check(order, transactions);
    }

    /** The swap alone, its approvals being mined; the fault in words, or empty. */
    public Optional<String> swap(SwapOrder order, L1Charge l1) {
        return approvalsAndSwap(order, List.of(), l1);
    }

    /** The movement alone; the fault in words, or empty. */
    public Optional<String> move(Movement movement, BlockHeader pinned, L1Charge l1) {
        SimulatedTx transaction = new SimulatedTx(
                owner, movement.target(), movement.data(), GasLimits.with(movement.gas(), l1), movement.value());
        try {
            SimulatedResult result =
                    chain.simulate(pinned.ref().hash(), List.of(transaction)).getFirst();
            if (!result.succeeded()) {
                return Optional.of("simulation failed: " + RevertReason.read(result.returnData()));
            }
            return arrives(movement, result);
        } catch (ChainException e) {
            return Optional.of("simulation gave no answer: " + e.getMessage());
        }
    }

    /** A token may say that all is well and move nothing, or take a fee. */
    private Optional<String> arrives(Movement movement, SimulatedResult result) {
        if (movement.kind() != ProposedTransaction.Kind.WITHDRAW) {
            return Optional.empty();
        }
        TokenAmount due = movement.amount();
        TokenAmount paid = Transfers.of(result.logs(), owner).paid(due.token());
        TokenAmount arrived = Transfers.of(result.logs(), movement.recipient()).received(due.token());
        return paid.equals(due) && arrived.equals(due)
                ? Optional.empty()
                : Optional.of("of " + due + " the node takes " + paid + " and lets " + arrived + " arrive");
    }

    private SimulatedTx transaction(Address to, Bytes data, long gas) {
        return new SimulatedTx(owner, to, data, gas);
    }

    private Optional<String> check(SwapOrder order, List<SimulatedTx> transactions) {
        try {
            List<SimulatedResult> results = chain.simulate(order.pinned().ref().hash(), transactions);
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).gasUsed() > transactions.get(i).gas()) {
                    return Optional.of("simulation of transaction " + (i + 1) + " used "
                            + results.get(i).gasUsed() + " gas of "
                            + transactions.get(i).gas());
                }
                if (!results.get(i).succeeded()) {
                    return Optional.of("simulation of transaction " + (i + 1) + " of " + results.size() + " failed: "
                            + RevertReason.read(results.get(i).returnData()));
                }
            }
            return compare(order, results.get(results.size() - 1));
        } catch (ChainException e) {
            return Optional.of("simulation gave no answer: " + e.getMessage());
        }
    }

    private Optional<String> compare(SwapOrder order, SimulatedResult swap) {
        Transfers transfers = Transfers.of(swap.logs(), owner);
        TokenAmount paid = transfers.paid(order.amountIn().token());
        TokenAmount received = transfers.received(order.tokenOut());
        boolean equal =
                paid.equals(order.amountIn()) && received.equals(order.quote().amountOut());
        return equal
                ? Optional.empty()
                : Optional.of("the node fills " + paid + " → " + received + " where the local engine says "
                        + order.amountIn() + " → " + order.quote().amountOut());
    }
}
