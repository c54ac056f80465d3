package io.ballast.lab.backtest.replay;

/** How a recorded change of a pool was meant. */
public enum OrderKind {
    EXACT_IN,
    EXACT_OUT,
    /** Ended by its price limit. */
    TO_PRICE,
    /** Through a pair, with both amounts given. */
    BY_HAND,
    /** Reserves of a pair, without a swap. */
    RESERVES,
    /** Liquidity of a range, or a fee: the same on any state. */
    AS_TOLD,
    /** No order leads to what was recorded. */
    UNEXPLAINED
}
