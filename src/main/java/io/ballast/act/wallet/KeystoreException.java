package io.ballast.act.wallet;

/** A keystore, passphrase or key file cannot be used. One line; names the file and never holds a secret. */
public final class KeystoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeystoreException(String message) {
        super(message);
    }
}
