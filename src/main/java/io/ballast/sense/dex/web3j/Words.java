package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import java.math.BigInteger;

/**
 * Bounds-checked reader of big-endian data from a chain, ABI words or packed. Everything unexpected is a
 * {@link ChainException} of kind MALFORMED that names {@code what} was read.
 */
public final class Words {
    private static final int WORD = 32;
    private final String what;
    private final Bytes data;

    public Words(String what, Bytes data) {
        this.what = what;
        this.data = data;
    }

    /** Requires exactly {@code count} words. */
    public Words exactly(int count) {
        if (data.size() != count * WORD) {
            throw malformed("expected " + count * WORD + " bytes");
        }
        return this;
    }

    public int size() {
        return data.size();
    }

    /** Unsigned number of {@code length} bytes. */
    public BigInteger unsigned(int at, int length) {
        return new BigInteger(1, slice(at, length));
    }

    /** Two's-complement number of {@code length} bytes. */
    public BigInteger signed(int at, int length) {
        return new BigInteger(slice(at, length));
    }

    /** A word that holds an unsigned number of at most {@code bits} bits. */
    public BigInteger uint(int at, int bits) {
        BigInteger value = unsigned(at, WORD);
        if (value.bitLength() > bits) {
            throw malformed("the word at " + at + " is no uint" + bits);
        }
        return value;
    }

    /** A word that holds a signed number of at most {@code bits} bits. */
    public BigInteger sint(int at, int bits) {
        BigInteger value = signed(at, WORD);
        if (value.bitLength() > bits - 1) {
            throw malformed("the word at " + at + " is no int" + bits);
        }
        return value;
    }

    /** A word that holds an address. */
    public Address address(int at) {
        uint(at, 160);
        return Address.of(slice(at + 12, 20));
    }

    boolean bool(int at) {
        int value = integer(at);
        if (value > 1) {
            throw malformed("the word at " + at + " is no boolean");
        }
        return value == 1;
    }

    int integer(int at) {
        return uint(at, 31).intValueExact();
    }

    /** Absolute position that the word at {@code at} gives relative to {@code base}. */
    int offset(int base, int at) {
        int offset = integer(at);
        if (offset > data.size() - base) {
            throw malformed("the offset at " + at + " leads out of it");
        }
        return base + offset;
    }

    /** A length-prefixed byte string. */
    Bytes bytes(int at) {
        return Bytes.of(slice(at + WORD, integer(at)));
    }

    public ChainException malformed(String why) {
        return new ChainException(
                ChainException.Kind.MALFORMED, what + " is malformed (" + data.size() + " bytes): " + why);
    }

    private byte[] slice(int at, int length) {
        if (at < 0 || length < 0 || length > data.size() - at) {
            throw malformed("it ends before byte " + ((long) at + length));
        }
        return data.slice(at, length);
    }
}
