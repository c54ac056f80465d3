package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
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

/** Reads what {@link V4Actions} writes: a swap, exactly its payment, and all it gives to one recipient. */
final class V4LegReader {
    private static final byte SINGLE = 0x06;
    private static final byte PATH = 0x07;
    private static final byte SETTLE = 0x0b;
    private static final byte TAKE = 0x0e;
    private static final int AMOUNT = 128;
    private final UniversalRouterVersion version;

    V4LegReader(UniversalRouterVersion version) {
        this.version = version;
    }

    /**
     * What one V4 swap does.
     *
     * @param currencies from the one that goes in to the one that comes out; zero for the chain's coin
     * @param amountIn zero for all that the router holds
     * @param paidByUser else by the router
     */
    record Leg(
            List<Address> currencies, BigInteger amountIn, BigInteger minOut, boolean paidByUser, Address recipient) {
        Address in() {
            return currencies.getFirst();
        }

        Address out() {
            return currencies.getLast();
        }
    }

    private record Swap(List<Address> currencies, BigInteger amountIn, BigInteger minOut) {}

    /** @param input {@code abi.encode(bytes actions, bytes[] parameters)} */
    Leg read(Bytes input) {
        CallWords words = new CallWords("a swap through V4", input);
        byte[] actions = words.bytes(0, 0).toArray();
        List<Bytes> parameters = words.byteStrings(32);
        words.require(parameters.size() == 3 && actions.length == 3 && actions[2] == TAKE, "its actions are not ours");
        Bytes again = Abi.encode(
                new DynamicBytes(actions),
                new DynamicArray<>(
                        DynamicBytes.class, parameters.stream().map(Abi::bytes).toList()));
        words.require(again.equals(input), "it is not in canonical form");
        boolean paidFirst = actions[0] == SETTLE;
        Swap swap = swap(words, actions[paidFirst ? 1 : 0], parameters.get(paidFirst ? 1 : 0));
        words.require(paidFirst ? swap.amountIn().signum() == 0 : actions[1] == SETTLE, "its actions are not ours");
        boolean byUser = paid(swap, paidFirst, parameters.get(paidFirst ? 0 : 1));
        return new Leg(swap.currencies(), swap.amountIn(), swap.minOut(), byUser, taken(swap, parameters.get(2)));
    }

    private Swap swap(CallWords words, byte action, Bytes parameter) {
        words.require(action == SINGLE || action == PATH, "its actions are not ours");
        return action == SINGLE ? single(parameter) : path(parameter);
    }

    /** By the sender or not. */
    private static boolean paid(Swap swap, boolean all, Bytes parameter) {
        CallWords settle = new CallWords("the payment of a V4 swap", parameter).exactly(3);
        BigInteger expected = all ? V4Leg.ALL_HELD : swap.amountIn();
        settle.require(
                settle.address(0).equals(swap.currencies().getFirst())
                        && settle.uint(32, 256).equals(expected),
                "it is not exactly what goes in");
        return settle.bool(64);
    }

    /** Who gets all of it. */
    private static Address taken(Swap swap, Bytes parameter) {
        CallWords take = new CallWords("the taking of a V4 swap", parameter).exactly(3);
        take.require(
                take.address(0).equals(swap.currencies().getLast())
                        && take.uint(64, 256).signum() == 0,
                "it is not all that comes out");
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

    private Swap path(Bytes parameter) {
        CallWords words = new CallWords("a swap along V4 pools", parameter);
        int at = words.offset(0, 0);
        int amounts = at + (version.limitsHops() ? 96 : 64);
        List<Address> currencies = new ArrayList<>(List.of(words.address(at)));
        List<DynamicStruct> steps = new ArrayList<>();
        int array = words.offset(at, at + 32);
        for (int item : words.items(array)) {
            int step = words.offset(array + 32, item);
            currencies.add(words.address(step));
            steps.add(step(words, step));
        }
        words.require(!steps.isEmpty(), "it has no pool");
        Swap swap = new Swap(currencies, words.uint(amounts, AMOUNT), words.uint(amounts + 32, AMOUNT));
        words.require(written(swap, steps).equals(parameter), "it is not in canonical form");
        return swap;
    }

    @SuppressWarnings("rawtypes") // web3j's structs take raw types
    private Bytes written(Swap swap, List<DynamicStruct> steps) {
        List<Type> members = new ArrayList<>(
                List.of(Abi.address(swap.currencies().getFirst()), new DynamicArray<>(DynamicStruct.class, steps)));
        if (version.limitsHops()) {
            members.add(new DynamicArray<>(Uint256.class, List.of()));
        }
        members.add(new Uint128(swap.amountIn()));
        members.add(new Uint128(swap.minOut()));
        return Abi.encode(new DynamicStruct(members));
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
