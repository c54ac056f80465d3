package io.ballast.lab.sim;

import io.ballast.base.units.Hash32;
import java.util.List;

/**
 * What came of one seed.
 *
 * @param struck how many faults struck
 * @param journal hash of the last entry
 * @param trading state at the end, with its reason
 * @param ends why processes ended, in order
 * @param notes what the decisions came to, in order
 * @param violations of invariants; empty if all hold
 */
record SimReport(
        long seed,
        String faults,
        int struck,
        Hash32 journal,
        int blocks,
        int decisions,
        int mined,
        int swaps,
        String trading,
        List<String> ends,
        List<String> notes,
        List<String> violations) {
    String text() {
        return "seed " + seed + ": " + violations + "\n  " + trading + ", " + decisions + " decisions, " + mined
                + " transactions (" + swaps + " swaps) in " + blocks + " blocks; ends " + ends + "\n  faults " + faults
                + "\n  again: -Dballast.sim.seed=" + seed;
    }
}
