package io.ballast.act.journal;

/** An event contradicts the ones before it. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        super(message);
    }
}
