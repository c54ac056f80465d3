package io.ballast.act.execution;

import io.ballast.sense.market.Observation;

/** Keeps the journal's books in step with what the account holds. Used by one thread. */
public interface Bookkeeping {
    /** Opens the books if they are not open. */
    void open(Observation seen);

    /** What is due before a decision; what is to be decided on afterwards. */
    Observation before(Observation seen);

    /** Holds the books against the account after transactions; a difference that nothing explains halts trading. */
    void check(Observation seen);

    /** Tokens that are counted as value and cannot be traded, for people; empty if there are none. */
    String remarks();
}
