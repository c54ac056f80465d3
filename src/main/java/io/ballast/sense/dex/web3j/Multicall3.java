package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import java.util.ArrayList;
import java.util.List;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicStruct;

/** Calldata and answers of Multicall3's {@code aggregate3}; each call may fail alone. */
public final class Multicall3 {
    private Multicall3() {}

    /** One call of the batch. */
    public record Call(Address target, Bytes data) {}

    public static Bytes aggregate3(List<Call> calls) {
        List<DynamicStruct> structs = calls.stream()
                .map(call -> new DynamicStruct(Abi.address(call.target()), Abi.bool(true), Abi.bytes(call.data())))
                .toList();
        return Abi.call("aggregate3", new DynamicArray<>(DynamicStruct.class, structs));
    }

    /** Asks Multicall3 for {@code block.number}, which is not the chain's own height everywhere. */
    public static Bytes blockNumber() {
        return Abi.call("getBlockNumber");
    }

    /** Asks Multicall3 itself for the coins of an account. */
    public static Bytes ethBalance(Address account) {
        return Abi.call("getEthBalance", Abi.address(account));
    }

    /**
     * The answers in the order asked. Read by hand: web3j's decoder takes many times as long for hundreds of results.
     *
     * @throws ChainException of kind MALFORMED if the answer is not an array of {@code count} results
     */
    public static List<CallResult> results(Bytes answer, int count) {
        Words words = new Words("answer of aggregate3", answer);
        int array = words.offset(0, 0);
        if (words.integer(array) != count) {
            throw words.malformed("it holds " + words.integer(array) + " results, asked for " + count);
        }
        List<CallResult> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tuple = words.offset(array + 32, array + 32 + 32 * i);
            Bytes data = words.bytes(words.offset(tuple, tuple + 32));
            results.add(
                    words.bool(tuple)
                            ? new CallResult.Returned(data)
                            : new CallResult.Reverted(data, "execution reverted"));
        }
        return results;
    }
}
