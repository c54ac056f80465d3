package io.ballast.act.execution;

/** What is done next about a transaction that is not in a block. */
sealed interface Move {
    /** Nothing, until the next head. */
    record Wait() implements Move {}

    /** The last attempt's bytes go out, again or for the first time. */
    record Send() implements Move {}

    /** The same call, for more. */
    record Replace(Fees fees) implements Move {}

    /** The nonce is used up by a transfer of nothing to oneself. */
    record Cancel(Fees fees) implements Move {}

    /** Nobody knows what becomes of it. */
    record GiveUp(String reason) implements Move {}
}
