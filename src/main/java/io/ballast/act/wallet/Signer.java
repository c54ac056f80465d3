package io.ballast.act.wallet;

import io.ballast.base.units.Address;

/** Holds one key and signs with it; never gives it away. Thread-safe. */
public interface Signer {
    Address address();

    /**
     * Signs, deterministically (RFC 6979).
     *
     * @throws SigningException when the key is not available or the signer refuses
     */
    SignedTransaction sign(UnsignedTransaction transaction);
}
