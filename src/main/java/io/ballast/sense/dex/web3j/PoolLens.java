package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads pools, with all their ticks, by a contract of our own ({@code PoolLens.sol}) that exists only as a code override of
 * the call. Immutable and thread-safe.
 */
public final class PoolLens implements StateReads {
    static final Address AT = LensCode.nowhere("io.ballast.sense.dex.PoolLens");

    /** Below the 50 million that geth allows a call by default. */
    private static final long GAS_PER_CALL = 40_000_000;
    /** A bitmap word costs 2,600 to 3,100 units; ticks about 9,500 each. */
    private static final long GAS_PER_WORD = 3_100;

    private static final long GAS_PER_POOL = 2_500_000;
    private static final long GAS_PER_PAIR = 20_000;

    private final Bytes code;

    public PoolLens() {
        this.code = LensCode.of("PoolLens");
    }

    @Override
    public Set<Protocol> protocols() {
        return Set.of(Protocol.CONSTANT_PRODUCT, Protocol.CONCENTRATED);
    }

    @Override
    public List<EthCall> calls(List<PoolSpec> pools) {
        return groups(pools).stream().map(this::call).toList();
    }

    /** The lens tells at which time it ran, so an answer of another block is refused. */
    @Override
    public List<PoolState> states(List<PoolSpec> pools, List<CallResult> answers, Instant time) {
        List<List<PoolSpec>> groups = groups(pools);
        if (answers.size() != groups.size()) {
            throw new IllegalArgumentException(groups.size() + " calls but " + answers.size() + " answers");
        }
        List<PoolState> states = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            states.addAll(new LensAnswer(returned(answers.get(i))).states(groups.get(i), time));
        }
        return states;
    }

    /** The lens reverts with the address of the pool at fault. */
    private static Bytes returned(CallResult answer) {
        if (answer instanceof CallResult.Reverted(Bytes data, String message) && data.size() == 32) {
            Address pool = new Words("revert of the pool lens", data).address(0);
            throw new ChainException(
                    ChainException.Kind.REVERTED, "pool " + pool + " does not answer as its kind does: " + message);
        }
        return answer.orThrow("the pool lens");
    }

    private EthCall call(List<PoolSpec> pools) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (PoolSpec pool : pools) {
            int spacing = pool.tickSpacing();
            input.writeBytes(pool.id().address().bytes());
            input.writeBytes(new byte[] {(byte) (spacing >>> 16), (byte) (spacing >>> 8), (byte) spacing});
        }
        return new EthCall(Address.ZERO, AT, Bytes.of(input.toByteArray()), Map.of(AT, code));
    }

    private static List<List<PoolSpec>> groups(List<PoolSpec> pools) {
        return LensCode.groups(pools, GAS_PER_CALL, PoolLens::gas);
    }

    private static long gas(PoolSpec pool) {
        if (pool.protocol() == Protocol.CONSTANT_PRODUCT) {
            return GAS_PER_PAIR;
        }
        return GAS_PER_POOL + LensCode.words(pool.tickSpacing()) * GAS_PER_WORD;
    }
}
