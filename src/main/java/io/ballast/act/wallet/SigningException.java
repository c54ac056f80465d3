package io.ballast.act.wallet;

/** Nothing was signed. The message never holds key material. */
public final class SigningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SigningException(String message) {
        super(message);
    }
}
