package io.ballast.lab.data;

/** A column of history. */
public record Column(String name, Type type) {
    /** What a column holds. */
    public enum Type {
        /** 64 bits, signed. */
        LONG,
        /** NaN stands for unknown. */
        DOUBLE,
        /** A whole number of up to 256 bits in two's complement, the most significant of its 32 bytes first. */
        WORD,
        /** Bytes of any number. */
        BYTES
    }
}
