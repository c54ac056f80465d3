package io.ballast.act.wallet.signer;

/** The signer's memory is missing, damaged or somebody else's. One line that names the file. */
public final class SignerStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SignerStateException(String message) {
        super(message);
    }
}
