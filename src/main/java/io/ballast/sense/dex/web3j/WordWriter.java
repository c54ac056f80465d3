package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes calldata word by word, where it is written for every order: the first four bytes of the Keccak of a function's signature,
 * then big-endian words of 32 bytes. Source: the ABI specification of Solidity. For one thread.
 */
final class WordWriter {
    static final int WORD = 32;
    private static final int SELECTOR = 4;
    private static final int ADDRESS = 20;

    private final byte[] data;
    private int end;

    /**
     * @param selector of the function, as {@link #selector}
     * @param words that will be written, those of byte strings included
     */
    WordWriter(byte[] selector, int words) {
        data = Arrays.copyOf(selector, SELECTOR + words * WORD);
        end = SELECTOR;
    }

    /** @param signature such as {@code multicall(uint256,bytes[])} */
    static byte[] selector(String signature) {
        return Arrays.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), SELECTOR);
    }

    /** Words that a byte string takes: its length and its content, filled up with zeros. */
    static int words(Bytes bytes) {
        return 1 + (bytes.size() + WORD - 1) / WORD;
    }

    /** @param value not negative, below 2^256 */
    WordWriter uint(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > WORD * Byte.SIZE) {
            throw new IllegalArgumentException("a word holds no " + value);
        }
        byte[] digits = value.toByteArray();
        int from = digits.length > WORD ? 1 : 0;
        return right(digits, from, digits.length - from);
    }

    /** @param value not negative */
    WordWriter uint(long value) {
        return uint(BigInteger.valueOf(value));
    }

    WordWriter address(Address address) {
        return right(address.bytes(), 0, ADDRESS);
    }

    /** Length, content, zeros. */
    WordWriter bytes(Bytes bytes) {
        uint(bytes.size());
        System.arraycopy(bytes.toArray(), 0, data, end, bytes.size());
        end += (words(bytes) - 1) * WORD;
        return this;
    }

    /** @throws IllegalStateException if other than the promised words were written */
    Bytes done() {
        if (end != data.length) {
            throw new IllegalStateException(end + " bytes were written of " + data.length);
        }
        return Bytes.of(data);
    }

    private WordWriter right(byte[] digits, int from, int length) {
        System.arraycopy(digits, from, data, end + WORD - length, length);
        end += WORD;
        return this;
    }
}
