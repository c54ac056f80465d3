package io.ballast.lab.devnet.contract;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** Where a contract will stand, known before it is deployed. */
public final class ContractAddress {
    private ContractAddress() {}

    /** Address of a contract made by a transaction (CREATE): keccak(rlp([sender, nonce])), the last 20 bytes. */
    public static Address create(Address sender, long nonce) {
        byte[] number = nonce == 0 ? new byte[0] : BigInteger.valueOf(nonce).toByteArray();
        byte[] digits = number.length > 0 && number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
        boolean single = digits.length == 1 && digits[0] > 0;
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.write(0xc0 + 21 + (single ? 1 : 1 + digits.length));
        list.write(0x80 + 20);
        list.writeBytes(sender.bytes());
        if (!single) {
            list.write(0x80 + digits.length);
        }
        list.writeBytes(digits);
        return last20(list.toByteArray());
    }

    /** Address of a contract made by a factory (EIP-1014): keccak(0xff, factory, salt, keccak(creation code)). */
    public static Address create2(Address factory, byte[] salt, Bytes creation) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(0xff);
        parts.writeBytes(factory.bytes());
        parts.writeBytes(salt);
        parts.writeBytes(Keccak256.digest(creation.toArray()));
        return last20(parts.toByteArray());
    }

    private static Address last20(byte[] content) {
        return Address.of(Arrays.copyOfRange(Keccak256.digest(content), 12, 32));
    }
}
