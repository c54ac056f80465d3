package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hex;
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
 * Reads pools of Uniswap V4, with all their ticks and the fees in force, out of the storage of the PoolManager, by a
 * contract of our own ({@code V4Lens.sol}) that exists only as a code override of the call. Immutable and thread-safe.
 */
public final class V4Lens implements StateReads {
    static final Address AT = LensCode.nowhere("io.ballast.sense.dex.V4Lens");

    /** Below the 50 million that geth allows a call by default. */
    private static final long GAS_PER_CALL = 40_000_000;
    /** Measured: a bitmap word costs 2,820 units, a tick 3,570. */
    private static final long GAS_PER_WORD = 2_900;

    private static final long GAS_PER_POOL = 1_000_000;

    private final Address manager;
    private final Bytes code;

    /** @param manager the PoolManager */
    public V4Lens(Address manager) {
        this.manager = manager;
        this.code = LensCode.of("V4Lens");
    }

    @Override
    public Set<Protocol> protocols() {
        return Set.of(Protocol.CONCENTRATED_SINGLETON);
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
            states.addAll(new LensAnswer(returned(answers.get(i)), pool -> TickWords.ALL).states(groups.get(i), time));
        }
        return states;
    }

    /** The lens reverts with the id of a pool that is not there, or with the address that is no manager. */
    private static Bytes returned(CallResult answer) {
        if (answer instanceof CallResult.Reverted(Bytes data, String message)
                && (data.size() == 32 || data.size() == 20)) {
            String what = data.size() == 32 ? "the manager has no pool " : "this is no PoolManager: ";
            throw new ChainException(
                    ChainException.Kind.REVERTED, what + Hex.encode(data.toArray()) + ": " + message);
        }
        return answer.orThrow("the V4 lens");
    }

    private EthCall call(List<PoolSpec> pools) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(manager.bytes());
        for (PoolSpec pool : pools) {
            int spacing = pool.tickSpacing();
            input.writeBytes(Hex.decode(pool.id().hex()));
            input.writeBytes(new byte[] {(byte) (spacing >>> 16), (byte) (spacing >>> 8), (byte) spacing});
        }
        return new EthCall(Address.ZERO, AT, Bytes.of(input.toByteArray()), Map.of(AT, code));
    }

    private static List<List<PoolSpec>> groups(List<PoolSpec> pools) {
        return LensCode.groups(
                pools, GAS_PER_CALL, pool -> GAS_PER_POOL + TickWords.count(pool.tickSpacing()) * GAS_PER_WORD);
    }
}
