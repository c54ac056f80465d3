package io.ballast.base.units;

/**
 * A 32-byte hash: of a block, a transaction, a file.
 *
 * @param hex lower-case text, {@code 0x} and 64 digits
 */
public record Hash32(String hex) {
    /** 32 zero bytes. */
    public static final Hash32 ZERO = new Hash32("0x" + "0".repeat(64));

    public Hash32 {
        if (!Hex.isLowerCase(hex, 64)) {
            throw new IllegalArgumentException("hash must be 0x and 64 lower-case hex digits, was \"" + hex + "\"");
        }
    }

    /** From exactly 32 bytes. */
    public static Hash32 of(byte[] bytes) {
        return new Hash32(Hex.encode(bytes));
    }

    /** A fresh array of 32 bytes. */
    public byte[] bytes() {
        return Hex.decode(hex);
    }

    /** The first eight digits, for people. */
    public String brief() {
        return hex.substring(0, 10) + "…";
    }

    @Override
    public String toString() {
        return hex;
    }
}
