package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads pools, with all their ticks, by a contract of our own ({@code PoolLens.sol}) that exists only as a code override of
 * the call. Immutable and thread-safe.
 */
public final class PoolLens implements StateReads {
    /** Last 20 bytes of a hash: an address at which nobody can have put a contract. */
    static final Address AT = Address.of(Arrays.copyOfRange(
            Keccak256.digest("io.ballast.sense.dex.PoolLens".getBytes(StandardCharsets.US_ASCII)), 12, 32));

    /** Below the 50 million that geth allows a call by default. */
    public static final long GAS_PER_CALL = 40_000_000;

    /** As a radius: every word there is. */
    private static final int ALL = 0xffff;

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
        this(Bytes.parse("0x" + resource()), gasPerCall);
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
        List<List<PoolSpec>> groups = groups(pools);
        if (answers.size() != groups.size()) {
            throw new IllegalArgumentException(groups.size() + " calls but " + answers.size() + " answers");
        }
        List<PoolState> states = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            states.addAll(new LensAnswer(returned(answers.get(i)), this::radius).states(groups.get(i), time));
        }
        return states;
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
        List<List<PoolSpec>> groups = new ArrayList<>();
        long left = 0;
        for (PoolSpec pool : pools) {
            long gas = gas(pool);
            if (groups.isEmpty() || gas > left) {
                groups.add(new ArrayList<>());
                left = gasPerCall;
            }
            groups.get(groups.size() - 1).add(pool);
            left -= gas;
        }
        return groups;
    }

    private static long gas(PoolSpec pool) {
        return pool.protocol() == Protocol.CONSTANT_PRODUCT
                ? GAS_PER_PAIR
                : GAS_PER_POOL + TickWords.count(pool.tickSpacing()) * GAS_PER_WORD;
    }

    /** Words on either side of the price's own; all where the gas allows it, else half of the gas goes into words. */
    private int radius(PoolSpec pool) {
        return gas(pool) <= gasPerCall ? ALL : (int) Math.min(ALL, gasPerCall / 4 / GAS_PER_WORD);
    }

    private static String resource() {
        try (InputStream in = PoolLens.class.getResourceAsStream("PoolLens.hex")) {
            if (in == null) {
                throw new IllegalStateException("PoolLens.hex is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
