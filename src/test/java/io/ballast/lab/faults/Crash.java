package io.ballast.lab.faults;

/** The process is gone: nothing that still runs after this may be heard of again. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
