package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;

/**
 * Reads the calldata that {@link SwapCalldata} and {@link V2RouterCalldata} make, and nothing else: every other form of a swap
 * is a {@link ChainException} of kind MALFORMED.
 */
public final class SwapReader {
    private static final String MULTICALL = "0x5ae401dc";
    private static final String PAIRS = "0x472b43f3";
    private static final String SINGLE = "0x04e45aaf";
    private static final String PATH = "0xb858183f";
    private static final String V2_SWAP = "0x38ed1739";
    private static final int AMOUNT = 256;

    private SwapReader() {}

    /** A call of SwapRouter02. */
    public static SwapReading swapRouter02(Bytes data) {
        CallWords call = CallWords.of("a call of SwapRouter02", data, MULTICALL);
        SwapReading reading = new SwapReading(
                call.byteStrings(32).stream().map(SwapReader::part).toList(), call.time(0));
        List<DynamicBytes> inner = call.byteStrings(32).stream().map(Abi::bytes).toList();
        Bytes again =
                Abi.call("multicall", Abi.uint(call.uint(0, AMOUNT)), new DynamicArray<>(DynamicBytes.class, inner));
        call.require(again.equals(data), "it is not in canonical form");
        call.require(!reading.parts().isEmpty(), "it has no swap");
        return reading;
    }

    /** A call of a router of Uniswap V2 or one of its forks. */
    public static SwapReading v2Router(Bytes data) {
        CallWords call = CallWords.of("a call of a V2 router", data, V2_SWAP);
        SwapReading.Part part =
                part(call, call.addresses(64), call.uint(0, AMOUNT), call.uint(32, AMOUNT), call.address(96));
        Bytes again = Abi.call(
                "swapExactTokensForTokens",
                Abi.uint(part.amountIn()),
                Abi.uint(part.minOut()),
                Abi.addresses(part.path()),
                Abi.address(part.recipient()),
                Abi.uint(call.uint(128, AMOUNT)));
        call.require(again.equals(data), "it is not in canonical form");
        return new SwapReading(List.of(part), call.time(128));
    }

    private static SwapReading.Part part(Bytes data) {
        return switch (CallWords.selector(data)) {
            case PAIRS -> pairs(data);
            case SINGLE -> single(data);
            case PATH -> path(data);
            case String other -> throw new Words("a part of SwapRouter02", data).malformed("its selector is " + other);
        };
    }

    private static SwapReading.Part pairs(Bytes data) {
        CallWords call = CallWords.of("a swap along pairs", data, PAIRS);
        SwapReading.Part part =
                part(call, call.addresses(64), call.uint(0, AMOUNT), call.uint(32, AMOUNT), call.address(96));
        Bytes again = Abi.call(
                "swapExactTokensForTokens",
                Abi.uint(part.amountIn()),
                Abi.uint(part.minOut()),
                Abi.addresses(part.path()),
                Abi.address(part.recipient()));
        call.require(again.equals(data), "it is not in canonical form");
        return part;
    }

    /** Seven words without an offset: there is one way only to write them. */
    private static SwapReading.Part single(Bytes data) {
        CallWords call = CallWords.of("a swap in one pool", data, SINGLE).exactly(7);
        BigInteger fee = call.uint(64, 24);
        call.require(fee.signum() >= 0 && call.uint(192, 160).signum() == 0, "it stops at a price");
        return part(
                call,
                List.of(call.address(0), call.address(32)),
                call.uint(128, AMOUNT),
                call.uint(160, AMOUNT),
                call.address(96));
    }

    private static SwapReading.Part path(Bytes data) {
        CallWords call = CallWords.of("a swap along a path", data, PATH);
        int at = call.offset(0, 0);
        Bytes packed = call.bytes(at, at);
        SwapReading.Part part = part(
                call,
                tokens(call, packed),
                call.uint(at + 64, AMOUNT),
                call.uint(at + 96, AMOUNT),
                call.address(at + 32));
        Bytes again = Abi.call(
                "exactInput",
                new DynamicStruct(
                        Abi.bytes(packed),
                        Abi.address(part.recipient()),
                        Abi.uint(part.amountIn()),
                        Abi.uint(part.minOut())));
        call.require(again.equals(data), "it is not in canonical form");
        return part;
    }

    /** Of a packed V3 path: token, then fee and token for each hop. */
    static List<Address> tokens(CallWords call, Bytes packed) {
        call.require(packed.size() >= 43 && (packed.size() - 20) % 23 == 0, "its path is cut");
        List<Address> tokens = new ArrayList<>();
        for (int at = 0; at < packed.size(); at += 23) {
            tokens.add(Address.of(packed.slice(at, 20)));
        }
        return tokens;
    }

    static SwapReading.Part part(
            CallWords call, List<Address> path, BigInteger amountIn, BigInteger minOut, Address recipient) {
        call.require(path.size() >= 2, "its path has no hop");
        return new SwapReading.Part(path, amountIn, minOut, recipient);
    }
}
