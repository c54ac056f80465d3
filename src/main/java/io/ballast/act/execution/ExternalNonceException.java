package io.ballast.act.execution;

import java.util.Objects;

/** The account sent a transaction that this journal does not know; the agent halts. */
public final class ExternalNonceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExternalNonceException(String message) {
        super(message);
    }

    /** Never null: every constructor takes one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
