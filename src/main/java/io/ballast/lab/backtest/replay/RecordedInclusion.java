package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.TransactionPlans;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.backtest.replay.PoolReplay.Included;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.json.RecordedChain;
import io.ballast.sense.market.Observation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * At the blocks and places at which the transactions of a recorded run were mined, one after the other, for the gas that they
 * used. What a swap gives is computed there, not read from its receipt. Used by one thread.
 */
public final class RecordedInclusion implements Inclusion {
    private final Deque<Receipt> recorded;
    private final PoolReplay replay;
    private final RecordedChain chain;
    private final int confirmations;

    /**
     * @param recorded receipts of the run, in the order of the chain
     * @param replay with those transactions taken out
     * @param confirmations blocks that the run waited for, the transaction's own among them
     */
    public RecordedInclusion(List<Receipt> recorded, PoolReplay replay, RecordedChain chain, int confirmations) {
        this.recorded = new ArrayDeque<>(recorded);
        this.replay = replay;
        this.chain = chain;
        this.confirmations = confirmations;
    }

    @Override
    public Receipt plain(TransactionPlans plans, Observation seen) {
        return settled(next(plans.planned().intentId(), seen), true);
    }

    /** Where a failed transaction stood in its block no event tells: it failed then, and is taken to fail again. */
    @Override
    public Swapped swap(SwapOrder order, Observation seen) {
        Receipt then = next(order.intentId("swap"), seen);
        Optional<TokenAmount> received = then.succeeded() ? executed(order, then) : Optional.empty();
        return new Swapped(settled(then, received.isPresent()), received);
    }

    private Optional<TokenAmount> executed(SwapOrder order, Receipt then) {
        int place = then.logs().stream().mapToInt(LogEntry::index).min().orElse(Integer.MAX_VALUE);
        Included<Optional<TokenAmount>> mined = replay.include(
                then.blockNumber(),
                place,
                (header, pools) -> PoolFill.of(order, pools, header.ref().timestamp()));
        return mined.result();
    }

    private Receipt next(String intentId, Observation seen) {
        Receipt then = recorded.poll();
        if (then == null || then.blockNumber() <= seen.market().block().number()) {
            throw DataRefusedException.of(
                    "recording",
                    "has no transaction after block " + seen.market().block() + " that could be " + intentId
                            + ": this run is not the recorded one");
        }
        return then;
    }

    /** As the run went on: when the block was deep enough. */
    private Receipt settled(Receipt then, boolean succeeded) {
        chain.toBlock(then.blockNumber() + confirmations - 1);
        return new Receipt(
                then.txHash(),
                succeeded,
                then.blockNumber(),
                then.blockHash(),
                then.index(),
                then.gasUsed(),
                then.effectiveGasPrice(),
                then.l1Fee(),
                List.of());
    }

    /** Transactions of the recorded run that nothing stood for yet. */
    public int left() {
        return recorded.size();
    }
}
