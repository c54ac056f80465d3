package io.ballast.sense.chain;

import java.util.Objects;

/** A read or send that gave no usable answer. Unknown is never an empty or zero answer. */
public final class ChainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Kind {
        /** No connection, time-out, HTTP status, or every endpoint open-circuited; worth another try. */
        UNAVAILABLE,
        /** The answer breaks JSON-RPC or the shape of the method; the endpoint is not to be believed. */
        MALFORMED,
        /** The node answered with an error. */
        REFUSED,
        /** A call reverted. */
        REVERTED,
        /** Endpoints that were asked the same gave different answers; none of them is to be believed. */
        DISAGREEMENT,
        /** The node does not know the block asked for (reorg, or it lags). */
        UNKNOWN_BLOCK
    }

    private final Kind kind;

    public ChainException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ChainException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Never null: every constructor takes one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
