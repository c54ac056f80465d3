package io.ballast.base.units;

import java.util.Arrays;

/** An immutable run of bytes: calldata, return data, code. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies the array. */
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /** From text with the {@code 0x} prefix and an even number of digits. */
    public static Bytes parse(String hex) {
        return new Bytes(Hex.decode(hex));
    }

    public int size() {
        return content.length;
    }

    /** A fresh copy. */
    public byte[] toArray() {
        return content.clone();
    }

    /** A fresh copy of {@code length} bytes from {@code offset}. */
    public byte[] slice(int offset, int length) {
        if (offset < 0 || length < 0 || offset + length > content.length) {
            throw new IllegalArgumentException(
                    "slice [" + offset + ", +" + length + ") of " + content.length + " bytes");
        }
        return Arrays.copyOfRange(content, offset, offset + length);
    }

    public String hex() {
        return Hex.encode(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length <= 36
                ? hex()
                : Hex.encode(Arrays.copyOf(content, 16)) + "… (" + content.length + " bytes)";
    }
}
