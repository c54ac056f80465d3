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
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads pools of Uniswap V4, with all their ticks and the fees in force, out of the storage of the PoolManager, by a
 * contract of our own ({@code V4Lens.sol}) that exists only as a code override of the call. Immutable and thread-safe.
 */
public final class V4Lens implements StateReads {
    static final Address AT = LensCode.nowhere("io.ballast.sense.dex.V4Lens");

    /** Left by a call inside that ran out of gas: a 64th of the little that it had. */
    private static final BigInteger NEXT_TO_NONE = BigInteger.valueOf(1_000);

    /** Measured with 30 ticks: 20.8 million units at a spacing of 1, 523,000 at 60; a tick costs about 5,000. */
    private static final long GAS_PER_WORD = 3_000;

    private static final long GAS_PER_POOL = 1_500_000;
    private final Address manager;
    private final Bytes code;
    private final long gasPerCall;

    /** @param manager the PoolManager */
    public V4Lens(Address manager) {
        this(manager, LensCode.of("V4Lens"), PoolLens.GAS_PER_CALL);
    }

    private V4Lens(Address manager, Bytes code, long gasPerCall) {
        this.manager = manager;
        this.code = code;
        this.gasPerCall = gasPerCall;
    }

    /** A single pool that does not fit is read near its price only, and its state knows no other ticks. */
    @Override
    public V4Lens within(long gas) {
        return new V4Lens(manager, code, gas);
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
        return LensAnswer.states(groups(pools), answers, this::returned, this::radius, time);
    }

    /** The lens reverts with the id of a pool that is not there, or with the manager's address and the gas that was left. */
    private Bytes returned(CallResult answer) {
        if (answer instanceof CallResult.Reverted(Bytes data, String message) && data.size() == 32) {
            throw new ChainException(
                    ChainException.Kind.REVERTED,
                    "manager " + manager + " has no pool " + Hex.encode(data.toArray()) + ": " + message);
        }
        if (answer instanceof CallResult.Reverted(Bytes data, String message) && data.size() == 64) {
            throw new Words("revert of the V4 lens", data).uint(32, 256).compareTo(NEXT_TO_NONE) < 0
                    ? new ChainException(ChainException.Kind.REFUSED, "out of gas while V4 pools were read")
                    : new ChainException(
                            ChainException.Kind.REVERTED, manager + " does not answer as a PoolManager: " + message);
        }
        return answer.orThrow("the V4 lens");
    }

    private EthCall call(List<PoolSpec> pools) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(manager.bytes());
        for (PoolSpec pool : pools) {
            int spacing = pool.tickSpacing();
            int radius = radius(pool);
            input.writeBytes(Hex.decode(pool.id().hex()));
            input.writeBytes(new byte[] {(byte) (spacing >>> 16), (byte) (spacing >>> 8), (byte) spacing});
            input.writeBytes(new byte[] {(byte) (radius >>> 8), (byte) radius});
        }
        return new EthCall(Address.ZERO, AT, Bytes.of(input.toByteArray()), Map.of(AT, code));
    }

    private List<List<PoolSpec>> groups(List<PoolSpec> pools) {
        return LensCode.groups(pools, gasPerCall, V4Lens::gas);
    }

    private static long gas(PoolSpec pool) {
        return GAS_PER_POOL + TickWords.count(pool.tickSpacing()) * GAS_PER_WORD;
    }

    /** Words on either side of the price's own; all where the gas allows it, else half of the gas goes into words. */
    private int radius(PoolSpec pool) {
        return gas(pool) <= gasPerCall ? TickWords.ALL : (int) Math.min(TickWords.ALL, gasPerCall / 4 / GAS_PER_WORD);
    }
}
