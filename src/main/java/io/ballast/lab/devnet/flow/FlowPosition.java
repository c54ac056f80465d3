package io.ballast.lab.devnet.flow;

/** Where the order flow sits in a block. */
public enum FlowPosition {
    /** Mined first: an agent's swap in the same block meets other prices than it was quoted. */
    AHEAD_OF_AGENTS,
    /** Mined last: an agent's swap meets the state of the block before. */
    BEHIND_AGENTS
}
