package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Type;

/**
 * Reads the calldata that {@link UniversalRouterCalldata} makes, and nothing else: every other command or form is a
 * {@link ChainException} of kind MALFORMED. Thread-safe.
 */
public final class UniversalRouterReader {
    private static final String EXECUTE = "0x3593564c";
    private static final int V3_SWAP_EXACT_IN = 0x00;
    private static final int V2_SWAP_EXACT_IN = 0x08;
    private static final int V4_SWAP = 0x10;
    private static final int AMOUNT = 256;

    private final V4ActionsReader v4;

    public UniversalRouterReader(UniversalRouterVersion version) {
        this.v4 = new V4ActionsReader(version);
    }

    /** A call of the router. */
    public SwapReading read(Bytes data) {
        CallWords call = CallWords.of("a call of the Universal Router", data, EXECUTE);
        byte[] commands = call.bytes(0, 0).toArray();
        List<Bytes> inputs = call.byteStrings(32);
        call.require(commands.length == inputs.size() && commands.length > 0, "commands and inputs differ in number");
        List<SwapReading.Part> parts = new ArrayList<>();
        for (int i = 0; i < commands.length; i++) {
            parts.add(part(commands[i], inputs.get(i)));
        }
        Bytes again = Abi.call(
                "execute",
                new DynamicBytes(commands),
                new DynamicArray<>(
                        DynamicBytes.class, inputs.stream().map(Abi::bytes).toList()),
                Abi.uint(call.uint(64, AMOUNT)));
        call.require(again.equals(data), "it is not in canonical form");
        return new SwapReading(parts, call.time(64));
    }

    private SwapReading.Part part(int command, Bytes input) {
        return switch (command) {
            case V2_SWAP_EXACT_IN -> pairs(input);
            case V3_SWAP_EXACT_IN -> path(input);
            case V4_SWAP -> v4.read(input);
            default -> throw new Words("a command of the Universal Router", input).malformed("it is " + command);
        };
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
        Bytes again =
                Abi.encode(Abi.address(recipient), Abi.uint(amountIn), Abi.uint(minOut), path, Abi.bool(true));
        words.require(again.equals(input), "it is not in canonical form");
        return SwapReader.part(words, tokens, amountIn, minOut, recipient);
    }
}
