package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the arguments of calldata that one of our encoders may have made. What it reads is believed only after it was encoded
 * again to the same bytes, so that no second meaning hides in unused bytes or odd offsets.
 */
final class CallWords {
    private static final int WORD = 32;
    private static final int MOST_ITEMS = 16;
    private static final int TIME_BITS = 48;
    private final Words words;

    CallWords(String what, Bytes arguments) {
        this.words = new Words(what, arguments);
    }

    /** The arguments behind a selector. */
    static CallWords of(String what, Bytes data, String selector) {
        if (!selector(data).equals(selector)) {
            throw new Words(what, data).malformed("the selector is " + selector(data) + ", expected " + selector);
        }
        return new CallWords(what, Bytes.of(data.slice(4, data.size() - 4)));
    }

    /** The first four bytes as hex digits; empty if there are not as many. */
    static String selector(Bytes data) {
        return data.size() < 4 ? "" : Bytes.of(data.slice(0, 4)).hex();
    }

    CallWords exactly(int count) {
        words.exactly(count);
        return this;
    }

    BigInteger uint(int at, int bits) {
        return words.uint(at, bits);
    }

    BigInteger sint(int at, int bits) {
        return words.sint(at, bits);
    }

    boolean bool(int at) {
        return words.bool(at);
    }

    Address address(int at) {
        return words.address(at);
    }

    Instant time(int at) {
        return Instant.ofEpochSecond(words.uint(at, TIME_BITS).longValueExact());
    }

    int offset(int base, int at) {
        return words.offset(base, at);
    }

    /** A byte string whose offset from {@code base} stands at {@code at}. */
    Bytes bytes(int base, int at) {
        return words.bytes(words.offset(base, at));
    }

    /** An array of byte strings whose offset stands at {@code at}. */
    List<Bytes> byteStrings(int at) {
        List<Bytes> strings = new ArrayList<>();
        int array = words.offset(0, at);
        for (int item : items(array)) {
            strings.add(bytes(array + WORD, item));
        }
        return strings;
    }

    /** An array of addresses whose offset stands at {@code at}. */
    List<Address> addresses(int at) {
        return items(words.offset(0, at)).stream().map(words::address).toList();
    }

    /** Where the items of the array that starts at {@code array} stand, or their offsets. */
    List<Integer> items(int array) {
        int count = words.integer(array);
        if (count > MOST_ITEMS) {
            throw wrong("an array of " + count + " items");
        }
        List<Integer> positions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            positions.add(array + WORD * i);
        }
        return positions;
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private RuntimeException wrong(String why) {
        return words.malformed(why);
    }
}
