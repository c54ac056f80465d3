package io.ballast.sense.dex;

/** The pool cannot fill the amount asked. */
public final class InsufficientLiquidityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InsufficientLiquidityException(String message) {
        super(message);
    }
}
