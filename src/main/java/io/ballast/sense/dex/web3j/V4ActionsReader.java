package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Int24;
import org.web3j.abi.datatypes.generated.Uint128;
import org.web3j.abi.datatypes.generated.Uint24;
import org.web3j.abi.datatypes.generated.Uint256;

/** Reads what {@link V4Actions} writes: a swap, exactly its payment by the sender, and all it gives to one recipient. */
final class V4ActionsReader {
    private static final byte[] SINGLE = {0x06, 0x0b, 0x0e};
    private static final byte[] PATH = {0x07, 0x0b, 0x0e};
    private static final int AMOUNT = 128;
    private final UniversalRouterVersion version;

    V4ActionsReader(UniversalRouterVersion version) {
        this.version = version;
    }

    /** @param input {@code abi.encode(bytes actions, bytes[] parameters)} */
    SwapReading.Part read(Bytes input) {
        CallWords words = new CallWords("a swap through V4", input);
        byte[] actions = words.bytes(0, 0).toArray();
        List<Bytes> parameters = words.byteStrings(32);
        boolean single = Arrays.equals(actions, SINGLE);
        words.require((single || Arrays.equals(actions, PATH)) && parameters.size() == 3, "its actions are not ours");
        Bytes again = Abi.encode(
                new DynamicBytes(actions),
                new DynamicArray<>(
                        DynamicBytes.class, parameters.stream().map(Abi::bytes).toList()));
        words.require(again.equals(input), "it is not in canonical form");
        Swap swap = single ? single(parameters.get(0)) : path(parameters.get(0));
        requirePaid(swap, new CallWords("the payment of a V4 swap", parameters.get(1)).exactly(3));
        return SwapReader.part(words, swap.path(), swap.amountIn(), swap.minOut(), taken(swap, parameters.get(2)));
    }

    private record Swap(List<Address> path, BigInteger amountIn, BigInteger minOut) {}

    private static void requirePaid(Swap swap, CallWords settle) {
        settle.require(
                settle.address(0).equals(swap.path().getFirst())
                        && settle.uint(32, 256).equals(swap.amountIn())
                        && settle.bool(64),
                "it is not exactly the amount in, paid by the sender");
    }

    /** Who gets all of it. */
    private static Address taken(Swap swap, Bytes parameter) {
        CallWords take = new CallWords("the taking of a V4 swap", parameter).exactly(3);
        take.require(
                take.address(0).equals(swap.path().getLast()) && take.uint(64, 256).signum() == 0,
                "it is not all of the amount out");
        return take.address(32);
    }

    private static Swap single(Bytes parameter) {
        CallWords words = new CallWords("a swap in one V4 pool", parameter);
        int at = words.offset(0, 0);
        boolean zeroForOne = words.bool(at + 160);
        BigInteger amountIn = words.uint(at + 192, AMOUNT);
        BigInteger minOut = words.uint(at + 224, AMOUNT);
        StaticStruct key = new StaticStruct(
                Abi.address(words.address(at)),
                Abi.address(words.address(at + 32)),
                new Uint24(words.uint(at + 64, 24)),
                new Int24(words.sint(at + 96, 24)),
                Abi.address(words.address(at + 128)));
        Bytes again = Abi.encode(new DynamicStruct(
                key, Abi.bool(zeroForOne), new Uint128(amountIn), new Uint128(minOut), new DynamicBytes(new byte[0])));
        words.require(again.equals(parameter), "it is not in canonical form");
        Address first = words.address(zeroForOne ? at : at + 32);
        Address second = words.address(zeroForOne ? at + 32 : at);
        return new Swap(List.of(first, second), amountIn, minOut);
    }

    @SuppressWarnings("rawtypes") // web3j's structs take raw types
    private Swap path(Bytes parameter) {
        CallWords words = new CallWords("a swap along V4 pools", parameter);
        int at = words.offset(0, 0);
        int amounts = at + (version.limitsHops() ? 96 : 64);
        BigInteger amountIn = words.uint(amounts, AMOUNT);
        BigInteger minOut = words.uint(amounts + 32, AMOUNT);
        List<Address> tokens = new ArrayList<>(List.of(words.address(at)));
        List<DynamicStruct> steps = new ArrayList<>();
        int array = words.offset(at, at + 32);
        for (int item : words.items(array)) {
            int step = words.offset(array + 32, item);
            tokens.add(words.address(step));
            steps.add(step(words, step));
        }
        List<Type> members =
                new ArrayList<>(List.of(Abi.address(tokens.getFirst()), new DynamicArray<>(DynamicStruct.class, steps)));
        if (version.limitsHops()) {
            members.add(new DynamicArray<>(Uint256.class, List.of()));
        }
        members.add(new Uint128(amountIn));
        members.add(new Uint128(minOut));
        words.require(Abi.encode(new DynamicStruct(members)).equals(parameter), "it is not in canonical form");
        return new Swap(tokens, amountIn, minOut);
    }

    private static DynamicStruct step(CallWords words, int at) {
        return new DynamicStruct(
                Abi.address(words.address(at)),
                new Uint24(words.uint(at + 32, 24)),
                new Int24(words.sint(at + 64, 24)),
                Abi.address(words.address(at + 96)),
                new DynamicBytes(new byte[0]));
    }
}
