package io.ballast.act.execution;

import io.ballast.sense.chain.Receipt;

/** What became of one signed transaction. */
public sealed interface Submission {
    /** Mined and at the confirmation depth. */
    record Mined(Receipt receipt) implements Submission {}

    /** The node refused it for certain; its nonce is free. */
    record NotSent(String reason) implements Submission {}

    /** Nobody knows; the nonce is not free. */
    record Unresolved(String reason) implements Submission {}
}
