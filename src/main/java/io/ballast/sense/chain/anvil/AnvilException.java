package io.ballast.sense.chain.anvil;

/** anvil could not be found, installed or started; the message says in one line what to do. */
public final class AnvilException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnvilException(String message) {
        super(message);
    }

    public AnvilException(String message, Throwable cause) {
        super(message, cause);
    }
}
