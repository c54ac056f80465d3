package io.ballast.act.risk;

/** What moves trading from one state to another. */
public enum Trigger {
    /** A limit, a fault or a person stops everything. */
    HALT,
    /** A person lets only reductions through. */
    REDUCE,
    /** A loss that lasted: everything is to be sold for cash. */
    EXIT,
    /** Everything is sold. */
    EXITED,
    /** A person wants to sell, and may let a halted agent do so. */
    SELL,
    /** A person lets trading go on. */
    RESUME
}
