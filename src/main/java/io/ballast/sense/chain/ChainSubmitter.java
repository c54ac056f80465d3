package io.ballast.sense.chain;

import io.ballast.base.units.Bytes;

/** Sends signed transactions. Never throws for what the network does: that is an outcome. Thread-safe. */
public interface ChainSubmitter {
    /** Sends the raw bytes once; sending the same bytes again is harmless. */
    SendOutcome send(Bytes rawTransaction);
}
