package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.TransactionPlans;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.market.Observation;
import java.util.Optional;

/** Where transactions of ours are mined in a market that is replayed, and what becomes of them there. Used by one thread. */
public interface Inclusion {
    /** Mines one that does not touch a pool: an allowance given or taken back. */
    Receipt plain(TransactionPlans plans, Observation seen);

    /** Mines a swap, which is executed on the pools as they are at that place. */
    Swapped swap(SwapOrder order, Observation seen);

    /**
     * A swap that was mined.
     *
     * @param receipt without logs
     * @param received by the pools' own arithmetic; empty if it failed, which the receipt says too
     */
    record Swapped(Receipt receipt, Optional<TokenAmount> received) {
        public Swapped {
            if (receipt.succeeded() != received.isPresent()) {
                throw new IllegalArgumentException("a swap succeeds if and only if it gives something: " + receipt);
            }
        }
    }
}
