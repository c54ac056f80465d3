package io.ballast.act.wallet;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;

/**
 * An encrypted key in the Web3 Secret Storage format, version 3, cipher aes-128-ctr.
 *
 * @param id label of the file, a UUID by custom
 * @param address as the file claims; proven only by decrypting
 * @param iv 16 bytes
 * @param ciphertext 32 bytes
 * @param mac 32 bytes
 */
public record Keystore(String id, Address address, Kdf kdf, Bytes iv, Bytes ciphertext, Bytes mac) {
    public Keystore {
        requireLength("iv", iv, 16);
        requireLength("ciphertext", ciphertext, 32);
        requireLength("mac", mac, 32);
    }

    private static void requireLength(String name, Bytes bytes, int length) {
        if (bytes.size() != length) {
            throw new IllegalArgumentException(name + " must have " + length + " bytes, had " + bytes.size());
        }
    }
}
