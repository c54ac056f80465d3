package io.ballast.act.execution;

/** The account sent a transaction that this journal does not know; the agent halts. */
public final class ExternalNonceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExternalNonceException(String message) {
        super(message);
    }
}
