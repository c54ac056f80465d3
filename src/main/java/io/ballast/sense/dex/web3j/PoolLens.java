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
    private static final long GAS_PER_CALL = 40_000_000;
    /** A bitmap word costs 2,600 to 3,100 units; ticks about 9,500 each. */
    private static final long GAS_PER_WORD = 3_100;

    private static final long GAS_PER_POOL = 2_500_000;
    private static final long GAS_PER_PAIR = 20_000;

    private final Bytes code;

    public PoolLens() {
        this.code = Bytes.parse("0x" + resource());
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
        List<List<PoolSpec>> groups = new ArrayList<>();
        long left = 0;
        for (PoolSpec pool : pools) {
            long gas = gas(pool);
            if (groups.isEmpty() || gas > left) {
                groups.add(new ArrayList<>());
                left = GAS_PER_CALL;
            }
            groups.get(groups.size() - 1).add(pool);
            left -= gas;
        }
        return groups;
    }

    private static long gas(PoolSpec pool) {
        if (pool.protocol() == Protocol.CONSTANT_PRODUCT) {
            return GAS_PER_PAIR;
        }
        long words = 2L * 887_272 / pool.tickSpacing() / 256 + 2;
        return GAS_PER_POOL + words * GAS_PER_WORD;
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
