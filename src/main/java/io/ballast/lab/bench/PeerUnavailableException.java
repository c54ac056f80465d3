package io.ballast.lab.bench;

/** The library to compare with cannot be had or run: no Node.js, no network. The message is one line. */
public final class PeerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PeerUnavailableException(String message) {
        super(message);
    }

    public PeerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
