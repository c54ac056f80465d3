package io.ballast.lab.faults;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A swap's calldata, read by hand from the ABI of SwapRouter02, V2 routers and the Universal Router, without any of the product's code.
 *
 * @param minOut sum of the least amounts of all parts
 * @param recipients of the output, one for each part
 * @param deadline last second at which it may be executed
 */
record RouterCall(BigInteger minOut, List<Address> recipients, Instant deadline) {
    private static final int WORD = 32;

    /** The call, or empty if it is none of the functions known here. */
    static Optional<RouterCall> read(Bytes data) {
        Words words = new Words(data.slice(4, data.size() - 4));
        if (is(data, "multicall(uint256,bytes[])")) {
            return multicall(words);
        }
        if (is(data, "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)")) {
            return Optional.of(new RouterCall(words.number(1), List.of(words.address(3)), time(words.number(4))));
        }
        return is(data, UniversalCall.SIGNATURE) ? UniversalCall.read(words) : Optional.empty();
    }

    private static Optional<RouterCall> multicall(Words words) {
        Instant deadline = time(words.number(0));
        BigInteger minOut = BigInteger.ZERO;
        List<Address> recipients = new ArrayList<>();
        for (Words item : words.list(1)) {
            Optional<RouterCall> part = part(Bytes.of(item.content()), deadline);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            minOut = minOut.add(part.get().minOut());
            recipients.addAll(part.get().recipients());
        }
        return Optional.of(new RouterCall(minOut, recipients, deadline));
    }

    private static Optional<RouterCall> part(Bytes data, Instant deadline) {
        Words words = new Words(data.slice(4, data.size() - 4));
        if (is(data, "exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))")) {
            return Optional.of(new RouterCall(words.number(5), List.of(words.address(3)), deadline));
        }
        if (is(data, "exactInput((bytes,address,uint256,uint256))")) {
            Words tuple = words.from(words.number(0).intValueExact());
            return Optional.of(new RouterCall(tuple.number(3), List.of(tuple.address(1)), deadline));
        }
        if (is(data, "swapExactTokensForTokens(uint256,uint256,address[],address)")) {
            return Optional.of(new RouterCall(words.number(1), List.of(words.address(3)), deadline));
        }
        return Optional.empty();
    }

    static boolean is(Bytes data, String signature) {
        byte[] selector = Arrays.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), 4);
        return data.size() >= 4 && Arrays.equals(data.slice(0, 4), selector);
    }

    static Instant time(BigInteger seconds) {
        return Instant.ofEpochSecond(seconds.min(BigInteger.valueOf(1L << 40)).longValueExact());
    }

    /** ABI words by index, tails by offset in bytes. */
    record Words(byte[] content) {
        BigInteger number(int index) {
            return new BigInteger(1, Arrays.copyOfRange(content, index * WORD, (index + 1) * WORD));
        }

        Address address(int index) {
            return Address.of(Arrays.copyOfRange(content, index * WORD + 12, (index + 1) * WORD));
        }

        Words from(int offset) {
            return new Words(Arrays.copyOfRange(content, offset, content.length));
        }

        int offset(int index) {
            return number(index).intValueExact();
        }

        /** {@code bytes} whose offset stands in a word. */
        Bytes tail(int index) {
            Words item = from(offset(index));
            return Bytes.of(Arrays.copyOfRange(item.content, WORD, WORD + item.offset(0)));
        }

        /** Every item of the {@code bytes[]} whose offset stands in a word. */
        List<Words> list(int index) {
            Words array = from(offset(index));
            Words items = array.from(WORD);
            return IntStream.range(0, array.offset(0))
                    .mapToObj(i -> new Words(items.tail(i).toArray()))
                    .toList();
        }
    }
}
