package io.ballast.lab.sim;

/** What can go wrong in the simulated world. */
enum Fault {
    /** The process dies at a port. */
    CRASH(0.004),
    /** A node refuses or times out. */
    UNAVAILABLE(0.03),
    /** Blocks pass while a question is asked. */
    SLOW(0.02),
    /** The head that is told is some blocks old, or comes twice. */
    STALE_HEAD(0.05),
    /** The number of mined transactions is that of an older block. */
    STALE_NONCE(0.1),
    /** A receipt that exists is not found. */
    LOST_RECEIPT(0.15),
    /** Nobody remembers the transaction. */
    LOST_KNOWLEDGE(0.15),
    /** The answer to a send is lost, the transaction is not. */
    ERROR_BUT_ACCEPTED(0.2),
    /** The answer to a send is good, the transaction is gone. */
    OK_BUT_DROPPED(0.2),
    /** A send is not answered and did not arrive. */
    LOST_SEND(0.1),
    /** The pool forgets what it held. */
    POOL_WIPED(0.05),
    /** Some blocks are replaced, at most as many as are needed for a confirmation. */
    REORG(0.02),
    /** More blocks are replaced than are needed for a confirmation. */
    DEEP_REORG(0.006),
    /** The chain goes back and stays shorter for a while. */
    ROLLBACK(0.004),
    /** Gas becomes dear. */
    FEE_SPIKE(0.02),
    /** The price jumps by a tenth. */
    PRICE_JUMP(0.02),
    /** A stranger sends a little of a token, or of the coin. */
    DUST(0.005),
    /** The feed is not written for a long time. */
    FEED_SILENT(0.01),
    /** The disk takes nothing. */
    DISK_FULL(0.01),
    /** The process dies while it writes, before or after the entry is whole. */
    TORN_APPEND(0.004),
    /** Blocks leave our transactions out. */
    CONGESTION(0.05),
    /** The simulation fails or finds another amount. */
    SIMULATION(0.05),
    /** Somebody else sends a transaction with our key. */
    KEY_USED(0.002),
    /** Another contract stands where the router was, from now on. */
    CODE_CHANGED(0.003),
    /** The one of two nodes that answers tells another state of a pool. */
    LYING_RESERVES(0.03),
    /** The clock of the host jumps an hour ahead or back, or to the right time again. */
    CLOCK_STEP(0.01),
    /** A relay takes a transaction and never brings it into a block. */
    RELAY_DROPS(0.3);

    private final double rate;

    Fault(double rate) {
        this.rate = rate;
    }

    /** How often it strikes where it is possible, for a world in which it does. */
    double rate() {
        return rate;
    }
}
