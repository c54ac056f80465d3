package io.ballast.sense.market;

import io.ballast.sense.dex.web3j.PoolLens;

/**
 * What one read may ask of a node.
 *
 * @param callGas units of gas that one call may cost
 * @param singles calls in one batch where each getter is a call of its own
 * @param maxWords words of one pool's tick bitmap that are worth a call each; those near the price where there are more
 */
public record ReadLimits(long callGas, int singles, int maxWords) {
    /** 40 million units of gas, 500 calls in a batch, 300 words: all of a pool whose tick spacing is 24 or more. */
    public static final ReadLimits DEFAULT = new ReadLimits(PoolLens.GAS_PER_CALL, 500, 300);

    /** Below this nothing can be read. */
    public static final long LEAST_GAS = 200_000;

    public ReadLimits {
        if (callGas < LEAST_GAS || singles < 1 || maxWords < 1) {
            throw new IllegalArgumentException("a call needs " + LEAST_GAS
                    + " units of gas, and a batch and a bitmap hold one at least, were " + callGas + ", " + singles
                    + " and " + maxWords);
        }
    }

    ReadLimits withCallGas(long gas) {
        return new ReadLimits(gas, singles, maxWords);
    }

    ReadLimits withSingles(int calls) {
        return new ReadLimits(callGas, calls, maxWords);
    }
}
