package io.ballast.act.wallet.web3j;

import io.ballast.base.units.Address;
import java.util.Optional;
import org.web3j.crypto.Keys;

/** Public keys as others write them. */
public final class PublicKeys {
    private PublicKeys() {}

    /** The account of an uncompressed key, 64 bytes as hex digits with or without {@code 0x} and {@code 04}; else empty. */
    public static Optional<Address> address(String hex) {
        String digits = hex.startsWith("0x") ? hex.substring(2) : hex;
        String bare = digits.length() == 130 && digits.startsWith("04") ? digits.substring(2) : digits;
        return bare.matches("[0-9a-fA-F]{128}")
                ? Optional.of(new Address("0x" + Keys.getAddress(bare)))
                : Optional.empty();
    }
}
