package io.ballast.lab.faults;

/** One invariant that does not hold. */
record Violation(String invariant, String what) {
    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
