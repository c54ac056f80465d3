package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Type;

/**
 * Reads the calldata that {@link UniversalRouterCalldata} makes, and nothing else: every other command or form is a
 * {@link ChainException} of kind MALFORMED. Thread-safe.
 */
public final class UniversalRouterReader {
    private static final String EXECUTE = "0x3593564c";
    private static final int AMOUNT = 256;

    private final V4LegReader legs;
    private final Optional<Address> wrapped;

    /** @param wrapped the token that wraps the chain's coin; without it no swap goes through the coin */
    public UniversalRouterReader(UniversalRouterVersion version, Optional<Address> wrapped) {
        this.legs = new V4LegReader(version);
        this.wrapped = wrapped;
    }

    /** A call of the router. */
    public SwapReading read(Bytes data) {
        CallWords call = CallWords.of("a call of the Universal Router", data, EXECUTE);
        byte[] codes = call.bytes(0, 0).toArray();
        List<Bytes> inputs = call.byteStrings(32);
        Bytes again = Abi.call(
                "execute",
                new DynamicBytes(codes),
                new DynamicArray<>(
                        DynamicBytes.class, inputs.stream().map(Abi::bytes).toList()),
                Abi.uint(call.uint(64, AMOUNT)));
        call.require(again.equals(data), "it is not in canonical form");
        RouterCommands commands = new RouterCommands(call, codes, inputs);
        List<SwapReading.Part> parts = new ArrayList<>();
        while (!commands.isDone()) {
            parts.add(part(commands));
        }
        return new SwapReading(parts, call.time(64));
    }

    private SwapReading.Part part(RouterCommands commands) {
        if (commands.isNext(RouterCommand.V2_SWAP_EXACT_IN)) {
            return pairs(commands.next(RouterCommand.V2_SWAP_EXACT_IN));
        }
        if (commands.isNext(RouterCommand.V3_SWAP_EXACT_IN)) {
            return path(commands.next(RouterCommand.V3_SWAP_EXACT_IN));
        }
        return new V4PartReader(legs, wrapped, commands).read();
    }

    private static SwapReading.Part pairs(Bytes input) {
        CallWords words = new CallWords("a swap along pairs", input);
        List<Address> tokens = words.addresses(96);
        return part(words, input, tokens, Abi.addresses(tokens));
    }

    private static SwapReading.Part path(Bytes input) {
        CallWords words = new CallWords("a swap along a path", input);
        Bytes packed = words.bytes(0, 96);
        return part(words, input, SwapReader.tokens(words, packed), Abi.bytes(packed));
    }

    private static SwapReading.Part part(CallWords words, Bytes input, List<Address> tokens, Type<?> path) {
        words.require(words.bool(128), "the router would pay");
        BigInteger amountIn = words.uint(32, AMOUNT);
        BigInteger minOut = words.uint(64, AMOUNT);
        Address recipient = words.address(0);
        Bytes again = Abi.encode(Abi.address(recipient), Abi.uint(amountIn), Abi.uint(minOut), path, Abi.bool(true));
        words.require(again.equals(input), "it is not in canonical form");
        return SwapReader.part(words, tokens, amountIn, minOut, recipient);
    }
}
