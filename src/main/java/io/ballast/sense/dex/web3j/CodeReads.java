package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.ChainException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads code hashes, code sizes and storage by code lent to a call. The three programs differ in one instruction: for each word
 * of the input they put what the instruction makes of it into the output.
 */
public final class CodeReads {
    /** Stands at an address where nothing is, and answers with hashes of code. */
    public static final Address HASHES = LensCode.nowhere("ballast code hashes");

    /** Stands at an address where nothing is, and answers with sizes of code. */
    public static final Address SIZES = LensCode.nowhere("ballast code sizes");

    private static final int WORD = 32;
    private static final int EXTCODEHASH = 0x3f;
    private static final int EXTCODESIZE = 0x3b;
    private static final int SLOAD = 0x54;

    private static final BigInteger IMPLEMENTATION =
            slot("eip1967.proxy.implementation").subtract(BigInteger.ONE);
    private static final BigInteger BEACON = slot("eip1967.proxy.beacon").subtract(BigInteger.ONE);
    private static final BigInteger ZEPPELIN = slot("org.zeppelinos.proxy.implementation");
    private static final BigInteger PROXIABLE = slot("PROXIABLE");

    /** Slots that lead on: EIP-1967's implementation and beacon, ZeppelinOS's implementation, EIP-1822's. */
    private static final List<BigInteger> SLOTS = List.of(IMPLEMENTATION, BEACON, ZEPPELIN, PROXIABLE);

    /** Code of an EIP-1167 proxy before and after the address it leads to. */
    private static final String MINIMAL_HEAD = "0x363d3d373d3d3d363d73";

    private static final String MINIMAL_TAIL = "5af43d82803e903d91602b57fd5bf3";

    /** Size of an EIP-1167 proxy in bytes. */
    public static final int MINIMAL_SIZE = 45;

    private CodeReads() {}

    /**
     * Where a contract's slots lead.
     *
     * @param implementations none zero
     * @param beacon knows the implementation
     */
    public record Slots(List<Address> implementations, Optional<Address> beacon) {
        public Slots {
            implementations = List.copyOf(implementations);
        }
    }

    /** To stand at {@link #HASHES}. */
    public static Bytes hashing() {
        return program(EXTCODEHASH);
    }

    /** To stand at {@link #SIZES}. */
    public static Bytes sizing() {
        return program(EXTCODESIZE);
    }

    /** To stand in place of a contract whose storage is read. */
    public static Bytes loading() {
        return program(SLOAD);
    }

    /** Input of the first two programs. */
    public static Bytes ask(List<Address> contracts) {
        return words(contracts.stream().map(address -> new BigInteger(1, address.bytes())));
    }

    /** Input of the third. */
    public static Bytes askSlots() {
        return words(SLOTS.stream());
    }

    /** What a beacon is asked. */
    public static Bytes implementation() {
        return Abi.call("implementation");
    }

    /** @throws ChainException of kind MALFORMED if there are not {@code count} of them */
    public static List<Hash32> hashes(Bytes answer, int count) {
        Words words = answer("hashes of code", answer, count);
        return IntStream.range(0, count)
                .mapToObj(i -> Hash32.of(word(words.unsigned(i * WORD, WORD))))
                .toList();
    }

    /** @throws ChainException of kind MALFORMED if there are not {@code count} of them */
    public static List<BigInteger> sizes(Bytes answer, int count) {
        Words words = answer("sizes of code", answer, count);
        return IntStream.range(0, count)
                .mapToObj(i -> words.unsigned(i * WORD, WORD))
                .toList();
    }

    /** What the slots hold; a word that is no address leads nowhere. */
    public static Slots slots(Bytes answer) {
        Words words = answer("slots of a proxy", answer, SLOTS.size());
        List<Optional<Address>> found = IntStream.range(0, SLOTS.size())
                .mapToObj(i -> address(words.unsigned(i * WORD, WORD)))
                .toList();
        int beacon = SLOTS.indexOf(BEACON);
        List<Address> implementations = IntStream.range(0, SLOTS.size())
                .filter(i -> i != beacon)
                .mapToObj(found::get)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new Slots(implementations, found.get(beacon));
    }

    /** What a beacon answered; empty if that is no address. */
    public static Optional<Address> implementation(Bytes answer) {
        return answer.size() == WORD
                ? address(new Words("implementation of a beacon", answer).unsigned(0, WORD))
                : Optional.empty();
    }

    /** Where the code of an EIP-1167 proxy leads; empty if it is none. */
    public static Optional<Address> minimalTarget(Bytes code) {
        String hex = code.hex();
        boolean minimal = code.size() == MINIMAL_SIZE && hex.startsWith(MINIMAL_HEAD) && hex.endsWith(MINIMAL_TAIL);
        return minimal
                ? Optional.of(new Address("0x" + hex.substring(MINIMAL_HEAD.length(), MINIMAL_HEAD.length() + 40)))
                : Optional.empty();
    }

    private static Words answer(String what, Bytes answer, int count) {
        if (answer.size() == 0 && count > 0) {
            throw new Words(what, answer).malformed("the node ignored the code override of eth_call");
        }
        return new Words(what, answer).exactly(count);
    }

    private static Optional<Address> address(BigInteger word) {
        return word.signum() == 0 || word.bitLength() > 160
                ? Optional.empty()
                : Optional.of(Address.of(Arrays.copyOfRange(word(word), 12, WORD)));
    }

    private static BigInteger slot(String name) {
        return new BigInteger(1, Keccak256.digest(name.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Bytes words(Stream<BigInteger> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        values.forEach(value -> out.writeBytes(word(value)));
        return Bytes.of(out.toByteArray());
    }

    private static byte[] word(BigInteger value) {
        byte[] word = new byte[WORD];
        byte[] bytes = value.toByteArray();
        int length = Math.min(WORD, bytes.length);
        System.arraycopy(bytes, bytes.length - length, word, WORD - length, length);
        return word;
    }

    /**
     * {@code i = 0; while (calldatasize > i) { mstore(i, INSTRUCTION(calldataload(i))); i += 32 } return(0, calldatasize)}, in
     * 25 bytes.
     */
    private static Bytes program(int instruction) {
        return Bytes.parse(String.format(
                java.util.Locale.ROOT, "0x60005b803611600d57366000f35b8035%02x8152602001600256", instruction));
    }
}
