package io.ballast.sense.chain.web3j;

/**
 * The longest range of blocks that an endpoint is known to give the events of in one answer. What it refused is not asked for again at
 * once; after a while of good answers more is tried, since some limits count events and not blocks. Thread-safe.
 */
final class LogSpan {
    private static final int PATIENCE = 16;

    private long most = Long.MAX_VALUE;
    private int good;

    synchronized long most() {
        return most;
    }

    /** An answer to so many blocks came. */
    synchronized void accepted(long blocks) {
        if (blocks == most && ++good >= PATIENCE) {
            good = 0;
            most = most * 2;
        }
    }

    /** So many blocks were too many. */
    synchronized void refused(long blocks) {
        good = 0;
        most = Math.max(1, blocks / 2);
    }
}
