package io.ballast.lab.devnet.contract;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Arguments in Solidity's ABI (heads of 32 bytes, then tails), built in the order they are declared. A tuple of static
 * members is written as its members. Not thread-safe.
 */
public final class AbiEncoder {
    private static final int WORD = 32;

    private final byte[] prefix;
    private final List<Argument> arguments = new ArrayList<>();

    private record Argument(boolean dynamic, byte[] content) {}

    private AbiEncoder(byte[] prefix) {
        this.prefix = prefix;
    }

    /** @param signature canonical, {@code transfer(address,uint256)} */
    public static AbiEncoder call(String signature) {
        return new AbiEncoder(Arrays.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), 4));
    }

    /** Constructor arguments behind creation code. */
    public static AbiEncoder creation(Bytes code) {
        return new AbiEncoder(code.toArray());
    }

    /** Arguments alone: the members of a tuple. */
    public static AbiEncoder tuple() {
        return new AbiEncoder(new byte[0]);
    }

    public AbiEncoder address(Address value) {
        byte[] word = new byte[WORD];
        System.arraycopy(value.bytes(), 0, word, WORD - 20, 20);
        arguments.add(new Argument(false, word));
        return this;
    }

    public AbiEncoder addresses(Address... values) {
        AbiEncoder inner = tuple();
        for (Address value : values) {
            inner.address(value);
        }
        return dynamic(values.length, inner.toBytes().toArray());
    }

    /** Any integer type up to 256 bits; negative values in two's complement. */
    public AbiEncoder integer(BigInteger value) {
        if (value.bitLength() > 256) {
            throw new IllegalArgumentException("more than 256 bits: " + value);
        }
        arguments.add(new Argument(false, word(value)));
        return this;
    }

    public AbiEncoder integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    public AbiEncoder bool(boolean value) {
        return integer(value ? 1 : 0);
    }

    public AbiEncoder string(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return dynamic(bytes.length, Arrays.copyOf(bytes, (bytes.length + WORD - 1) / WORD * WORD));
    }

    /** An array of tuples whose members are static. */
    public AbiEncoder tuples(List<AbiEncoder> values) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        values.forEach(v -> content.writeBytes(v.toBytes().toArray()));
        return dynamic(values.size(), content.toByteArray());
    }

    public Bytes toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        long offset = (long) arguments.size() * WORD;
        for (Argument argument : arguments) {
            out.writeBytes(argument.dynamic ? word(BigInteger.valueOf(offset)) : argument.content);
            offset += argument.dynamic ? argument.content.length : 0;
        }
        arguments.stream().filter(Argument::dynamic).forEach(a -> out.writeBytes(a.content));
        return Bytes.of(out.toByteArray());
    }

    private AbiEncoder dynamic(int length, byte[] content) {
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        tail.writeBytes(word(BigInteger.valueOf(length)));
        tail.writeBytes(content);
        arguments.add(new Argument(true, tail.toByteArray()));
        return this;
    }

    private static byte[] word(BigInteger value) {
        byte[] word = new byte[WORD];
        byte[] digits = value.toByteArray();
        Arrays.fill(word, (byte) (value.signum() < 0 ? 0xff : 0));
        int length = Math.min(digits.length, WORD);
        System.arraycopy(digits, digits.length - length, word, WORD - length, length);
        return word;
    }
}
