package io.ballast.act.execution;

import io.ballast.sense.chain.Receipt;

/** What became of one intent's attempts. */
public sealed interface Submission {
    /** One of them, perhaps the cancellation, is mined, booked and at the confirmation depth. */
    record Mined(Receipt receipt) implements Submission {}

    /** The first node refused it for certain, or nothing was signed; its nonce is free. */
    record NotSent(String reason) implements Submission {}

    /** Somebody else used its nonce up: none of them can ever be mined. */
    record Lost(String reason) implements Submission {}

    /** Nobody knows; the nonce is not free. */
    record Unresolved(String reason) implements Submission {}
}
