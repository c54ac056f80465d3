package io.ballast.act.risk;

/** Sources of prices that do not depend on the feeds. */
public enum PriceWitness {
    /** Mean prices of the last half hour, by the oracles of concentrated pools. */
    TWAP,
    /** Marginal prices of the pools that a swap does not touch. */
    POOLS
}
