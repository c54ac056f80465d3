package io.ballast.lab.devnet.contract;

/** The contracts cannot be had: no npm, no network, or bytes that are not the pinned ones. The message is one line. */
public final class ContractsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractsUnavailableException(String message) {
        super(message);
    }

    public ContractsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
