package io.ballast.app.cli;

/** What the exit code of a verb means. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    /** Bad usage or bad configuration. */
    static final int USAGE = 2;
    /** Refused by a risk limit or a gate, or halted. */
    static final int REFUSED = 3;
    /** By Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
