package io.ballast.app.cli.terminal;

/** Nobody reads standard output any more, as behind {@code | head}. Not an error: the reader has what it wanted. */
public final class ClosedOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedOutputException() {
        super("standard output is closed");
    }
}
