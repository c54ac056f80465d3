package io.ballast.base.units;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An immutable run of bytes: calldata, return data, code. Thread-safe. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);
    private final Supplier<byte[]> source;
    /** Null before it is read. */
    private volatile byte @Nullable [] known;

    private Bytes(byte[] content) {
        this.source = () -> content;
        this.known = content;
    }

    private Bytes(Supplier<byte[]> source) {
        this.source = source;
    }

    /**
     * Bytes that are worked out when they are first read.
     *
     * @param source always the same bytes; may be asked more than once, by several threads
     */
    public static Bytes whenRead(Supplier<Bytes> source) {
        return new Bytes(() -> source.get().content());
    }

    private byte[] content() {
        byte[] content = known;
        if (content == null) {
            content = source.get();
            known = content;
        }
        return content;
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
        return content().length;
    }

    /** A fresh copy. */
    public byte[] toArray() {
        return content().clone();
    }

    /** A fresh copy of {@code length} bytes from {@code offset}. */
    public byte[] slice(int offset, int length) {
        if (offset < 0 || length < 0 || offset + length > size()) {
            throw new IllegalArgumentException("slice [" + offset + ", +" + length + ") of " + size() + " bytes");
        }
        return Arrays.copyOfRange(content(), offset, offset + length);
    }

    public String hex() {
        return Hex.encode(content());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content(), bytes.content());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content());
    }

    @Override
    public String toString() {
        return size() <= 36 ? hex() : Hex.encode(slice(0, 16)) + "… (" + size() + " bytes)";
    }
}
