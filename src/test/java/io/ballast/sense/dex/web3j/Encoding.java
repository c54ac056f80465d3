package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;

/** Builds ABI data word by word, as the specification lays it out. */
public final class Encoding {
    private final StringBuilder hex = new StringBuilder("0x");

    public static Encoding of() {
        return new Encoding();
    }

    public Encoding raw(String digits) {
        hex.append(digits);
        return this;
    }

    public Encoding word(long value) {
        return word(BigInteger.valueOf(value));
    }

    public Encoding word(BigInteger value) {
        BigInteger unsigned = value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(256)) : value;
        hex.append(String.format("%064x", unsigned));
        return this;
    }

    public Encoding word(Address address) {
        return word(new BigInteger(1, address.bytes()));
    }

    /** Big-endian two's complement of some bytes. */
    public Encoding packed(BigInteger value, int bytes) {
        BigInteger unsigned = value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(8 * bytes)) : value;
        hex.append(String.format("%0" + 2 * bytes + "x", unsigned));
        return this;
    }

    /** Length and content, padded to words. */
    public Encoding bytes(Bytes content) {
        word(content.size());
        hex.append(content.hex().substring(2));
        hex.append("0".repeat((32 - content.size() % 32) % 32 * 2));
        return this;
    }

    public Bytes build() {
        return Bytes.parse(hex.toString());
    }
}
