package io.ballast.lab.sim;

/** The process died here: nothing of it but the journal is left. An error, so that nothing may catch and survive it. */
final class SimCrash extends Error {
    private static final long serialVersionUID = 1L;

    SimCrash() {
        super("the simulated process died", null, false, false);
    }
}
