package io.ballast.lab.sim;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Contract ABI, read and written by hand: a second opinion on the calldata of the product. */
final class Wire {
    private static final int WORD = 32;
    private static final int SELECTOR = 4;

    private Wire() {}

    static Hash32 topic(String signature) {
        return Hash32.of(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)));
    }

    static int selector(String signature) {
        return new BigInteger(topic(signature).bytes()).shiftRight(256 - 32).intValue();
    }

    static int selector(Bytes data) {
        return data.size() < SELECTOR ? 0 : new BigInteger(data.slice(0, SELECTOR)).intValue();
    }

    /** Arguments of a call, without its selector. */
    static Bytes arguments(Bytes data) {
        return Bytes.of(data.slice(SELECTOR, data.size() - SELECTOR));
    }

    static BigInteger word(Bytes data, int index) {
        return new BigInteger(1, data.slice(WORD * index, WORD));
    }

    static Address address(Bytes data, int index) {
        return Address.of(data.slice(WORD * index + 12, 20));
    }

    static Hash32 topic(Address account) {
        return Hash32.of(left(account.bytes()));
    }

    /** What begins at the offset that the word at {@code index} gives. */
    static Bytes tail(Bytes data, int index) {
        int at = word(data, index).intValueExact();
        return Bytes.of(data.slice(at, data.size() - at));
    }

    /** A string of bytes, its length first. */
    static Bytes string(Bytes data) {
        return Bytes.of(data.slice(WORD, word(data, 0).intValueExact()));
    }

    /** Tails of an array of dynamic members, the array's length first. */
    static List<Bytes> members(Bytes data) {
        int count = word(data, 0).intValueExact();
        Bytes body = Bytes.of(data.slice(WORD, data.size() - WORD));
        List<Bytes> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(tail(body, i));
        }
        return members;
    }

    static Bytes words(BigInteger... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (BigInteger value : values) {
            out.writeBytes(number(value, WORD));
        }
        return Bytes.of(out.toByteArray());
    }

    /** Two's complement in so many bytes. */
    static byte[] number(BigInteger value, int length) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[length];
        if (value.signum() < 0) {
            Arrays.fill(fixed, (byte) -1);
        }
        int size = Math.min(raw.length, length);
        System.arraycopy(raw, raw.length - size, fixed, length - size, size);
        return fixed;
    }

    /** Answer of {@code aggregate3}: an array of (bool, bytes). */
    static Bytes results(List<SimEvm.Outcome> outcomes) {
        ByteArrayOutputStream heads = new ByteArrayOutputStream();
        ByteArrayOutputStream tails = new ByteArrayOutputStream();
        for (SimEvm.Outcome outcome : outcomes) {
            heads.writeBytes(number(BigInteger.valueOf((long) outcomes.size() * WORD + tails.size()), WORD));
            tails.writeBytes(number(outcome.succeeded() ? BigInteger.ONE : BigInteger.ZERO, WORD));
            tails.writeBytes(number(BigInteger.valueOf(2L * WORD), WORD));
            tails.writeBytes(string(outcome.data().toArray()));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(number(BigInteger.valueOf(WORD), WORD));
        all.writeBytes(number(BigInteger.valueOf(outcomes.size()), WORD));
        all.writeBytes(heads.toByteArray());
        all.writeBytes(tails.toByteArray());
        return Bytes.of(all.toByteArray());
    }

    private static byte[] string(byte[] content) {
        byte[] padded = new byte[WORD + Math.ceilDiv(content.length, WORD) * WORD];
        System.arraycopy(number(BigInteger.valueOf(content.length), WORD), 0, padded, 0, WORD);
        System.arraycopy(content, 0, padded, WORD, content.length);
        return padded;
    }

    private static byte[] left(byte[] content) {
        byte[] word = new byte[WORD];
        System.arraycopy(content, 0, word, WORD - content.length, content.length);
        return word;
    }
}
