package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.WeightedPool;
import io.ballast.sense.dex.WeightedVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.web3j.abi.datatypes.generated.Bytes32;

/**
 * Reads Balancer V2's weighted pools, whose tokens lie in the vault. The id of a pool begins with its address. A pool that
 * answers {@code version} has the later powers, one that reverts there the first.
 */
public final class BalancerReads extends PlainReads {
    private final Address vault;

    public BalancerReads(Address vault) {
        this.vault = vault;
    }

    @Override
    public Set<Protocol> protocols() {
        return Set.of(Protocol.WEIGHTED);
    }

    /** The pool's own contract. */
    public static Address address(PoolSpec pool) {
        return new Address(pool.id().hex().substring(0, 42));
    }

    @Override
    List<EthCall> calls(PoolSpec pool) {
        Bytes32 id = new Bytes32(Bytes.parse(pool.id().hex()).toArray());
        List<EthCall> calls = new ArrayList<>();
        calls.add(EthCall.to(vault, Abi.call("getPoolTokens", id)));
        for (String function :
                List.of("getNormalizedWeights", "getSwapFeePercentage", "getPausedState", "getVault", "version")) {
            calls.add(EthCall.to(address(pool), Abi.call(function)));
        }
        return calls;
    }

    @Override
    PoolState state(PoolSpec pool, List<CallResult> answers) {
        if (words(pool, "getPausedState", answers.get(3), 3).bool(0)) {
            throw new ChainException(ChainException.Kind.REVERTED, "pool " + pool.id() + " is paused");
        }
        if (!words(pool, "getVault", answers.get(4), 1).address(0).equals(vault)) {
            throw malformed(pool, "is of another vault than " + vault);
        }
        return new WeightedPool(
                pool,
                balances(pool, words(pool, "getPoolTokens", answers.get(0))),
                numbers(pool, words(pool, "getNormalizedWeights", answers.get(1)), 0),
                words(pool, "getSwapFeePercentage", answers.get(2), 1).unsigned(0, 32),
                answers.get(5) instanceof CallResult.Returned ? WeightedVersion.V2 : WeightedVersion.V1);
    }

    private static List<BigInteger> balances(PoolSpec pool, Words answer) {
        int tokens = array(pool, answer, 0);
        for (int i = 0; i < pool.tokens().size(); i++) {
            requireToken(pool, pool.tokens().get(i), answer.address(tokens + 32 * i));
        }
        return numbers(pool, answer, 32);
    }

    /** The array whose offset stands at {@code at}. */
    private static List<BigInteger> numbers(PoolSpec pool, Words answer, int at) {
        int first = array(pool, answer, at);
        List<BigInteger> numbers = new ArrayList<>();
        for (int i = 0; i < pool.tokens().size(); i++) {
            numbers.add(answer.unsigned(first + 32 * i, 32));
        }
        return numbers;
    }

    /** Position of the first element; there must be one for each token. */
    private static int array(PoolSpec pool, Words answer, int at) {
        int length = answer.offset(0, at);
        if (answer.integer(length) != pool.tokens().size()) {
            throw malformed(
                    pool,
                    "has " + answer.integer(length) + " tokens, the file names "
                            + pool.tokens().size());
        }
        return length + 32;
    }
}
