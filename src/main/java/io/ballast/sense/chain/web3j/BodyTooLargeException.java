package io.ballast.sense.chain.web3j;

import java.io.IOException;

/** An answer is larger than allowed. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long maxBytes) {
        super("answer larger than " + maxBytes + " bytes");
    }
}
