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
import java.math.BigInteger;
import java.time.Instant;
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
    public static final long GAS_PER_CALL = 40_000_000;

    /** Left by a call inside that ran out of gas: a 64th of the little that it had. */
    private static final BigInteger NEXT_TO_NONE = BigInteger.valueOf(1_000);

    /** A bitmap word costs 2,600 to 3,100 units; ticks about 9,500 each. */
    private static final long GAS_PER_WORD = 3_100;

    private static final long GAS_PER_POOL = 2_500_000;
    private static final long GAS_PER_PAIR = 20_000;

    private final Bytes code;
    private final long gasPerCall;

    public PoolLens() {
        this(GAS_PER_CALL);
    }

    /**
     * @param gasPerCall a call is cut so that it stays below; where a single pool does not fit, its ticks are read near the
     *     price only, and its state knows no others
     */
    public PoolLens(long gasPerCall) {
        this(LensCode.of("PoolLens"), gasPerCall);
    }

    private PoolLens(Bytes code, long gasPerCall) {
        this.code = code;
        this.gasPerCall = gasPerCall;
    }

    @Override
    public PoolLens within(long gas) {
        return new PoolLens(code, gas);
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
        return LensAnswer.states(groups(pools), answers, PoolLens::returned, this::radius, time);
    }

    /** The lens reverts with the address of the pool at fault and the gas that was left. */
    private static Bytes returned(CallResult answer) {
        if (answer instanceof CallResult.Reverted(Bytes data, String message) && data.size() == 64) {
            Words words = new Words("revert of the pool lens", data);
            Address pool = words.address(0);
            throw words.uint(32, 256).compareTo(NEXT_TO_NONE) < 0
                    ? new ChainException(ChainException.Kind.REFUSED, "out of gas while pool " + pool + " was read")
                    : new ChainException(
                            ChainException.Kind.REVERTED,
                            "pool " + pool + " does not answer as its kind does: " + message);
        }
        return answer.orThrow("the pool lens");
    }

    private EthCall call(List<PoolSpec> pools) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (PoolSpec pool : pools) {
            int spacing = pool.tickSpacing();
            int radius = radius(pool);
            input.writeBytes(pool.id().address().bytes());
            input.writeBytes(new byte[] {(byte) (spacing >>> 16), (byte) (spacing >>> 8), (byte) spacing});
            input.writeBytes(new byte[] {(byte) (radius >>> 8), (byte) radius});
        }
        return new EthCall(Address.ZERO, AT, Bytes.of(input.toByteArray()), Map.of(AT, code));
    }

    private List<List<PoolSpec>> groups(List<PoolSpec> pools) {
        return LensCode.groups(pools, gasPerCall, PoolLens::gas);
    }

    private static long gas(PoolSpec pool) {
        return pool.protocol() == Protocol.CONSTANT_PRODUCT
                ? GAS_PER_PAIR
                : GAS_PER_POOL + TickWords.count(pool.tickSpacing()) * GAS_PER_WORD;
    }

    /** Words on either side of the price's own; all where the gas allows it, else half of the gas goes into words. */
    private int radius(PoolSpec pool) {
        return gas(pool) <= gasPerCall ? TickWords.ALL : (int) Math.min(TickWords.ALL, gasPerCall / 4 / GAS_PER_WORD);
    }
}
