package io.ballast.sense.dex.web3j;

import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How the states of some kinds of pool are read, all by calls at one block. Thread-safe. */
public interface StateReads {
    /** The kinds it can read. */
    Set<Protocol> protocols();

    /** The same in calls that each cost at most about so much gas; the one at hand if it cannot be cut so fine. */
    default StateReads within(long gasPerCall) {
        return this;
    }

    /** Calls that together read all the pools, each below a node's usual limit of gas. */
    List<EthCall> calls(List<PoolSpec> pools);

    /**
     * States of the pools in the order given.
     *
     * @param answers to {@link #calls}, in their order
     * @param time of the block that was asked for
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED if an answer is not what was asked for or its parts
     *     disagree, REVERTED if a pool does not answer as its kind does
     */
    List<PoolState> states(List<PoolSpec> pools, List<CallResult> answers, Instant time);
}
