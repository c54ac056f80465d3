package io.ballast.act.execution;

import io.ballast.sense.chain.Receipt;

/** What the chain shows of an intent's attempts. */
sealed interface Sight {
    /** No attempt is in a block. */
    record Nothing() implements Sight {}

    /** The node did not answer; it has not said "none". */
    record Silence() implements Sight {}

    /** One is in a block, and booked; not deep enough to be believed. */
    record Shallow(Receipt receipt) implements Sight {}

    /** One is in a block of the chain, booked and deep enough. */
    record Deep(Receipt receipt) implements Sight {}
}
