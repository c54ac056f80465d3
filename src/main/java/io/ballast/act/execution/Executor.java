package io.ballast.act.execution;

import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.Observation;

/**
 * Carries orders out, on chain or by the exact engine. Every intent passes the risk gate and is journalled before anything is
 * signed. Used by one thread.
 */
public interface Executor {
    /** Market and account at the newest block, as this executor's account sees them. */
    Observation observe();

    /** The same at a given block. */
    Observation observeAt(BlockHeader header);

    /** Whether something must be granted before the order can be executed. */
    boolean needsApproval(SwapOrder order, Observation seen);

    /**
     * Takes the next step towards what the order needs: grants exactly its amount, or takes another amount back first. All
     * approvals that are missing and the swap are simulated together first. Asked again until nothing is missing.
     */
    IntentOutcome approve(SwapOrder order, Observation seen);

    /** Swaps, reads the receipt and waits for the confirmation depth. */
    IntentOutcome swap(SwapOrder order, Observation seen);

    /** Takes an allowance back to zero. */
    IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen);
}
