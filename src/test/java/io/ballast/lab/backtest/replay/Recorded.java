package io.ballast.lab.backtest.replay;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.data.events.RecordedBlock;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TrackedPool;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the logs that contracts would have written, block by block, from the states of its pools. */
final class Recorded {
    private static final String SYNC = "1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1";
    private static final String PAIR_SWAP = "d78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822";
    private static final String SWAP = "c42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67";
    private static final String MINT = "7a53080ba414158be7ec69b987b5fb7d07dee101fe85488f0853ae16239d0bde";
    private static final String BURN = "0c396cd989a39f4459b5fa1aed6a9a8dcdbc45908acfd67e028cd568da98982c";

    private final Map<PoolId, TrackedPool> pools = new HashMap<>();
    private final List<RecordedBlock> blocks = new ArrayList<>();
    private final List<LogEntry> logs = new ArrayList<>();
    private int transactions;
    private long number = 100;

    Recorded(List<PoolState> start) {
        start.forEach(state -> pools.put(state.id(), TrackedPool.of(state)));
    }

    PoolState state(PoolId id) {
        return pools.get(id).state();
    }

    List<RecordedBlock> blocks() {
        return List.copyOf(blocks);
    }

    long number() {
        return number;
    }

    /** The block that is being made is this one. */
    void at(long next) {
        number = next;
    }

    /** Number of logs of the block that is being made. */
    int size() {
        return logs.size();
    }

    BlockHeader end() {
        return end(Instant.ofEpochSecond(1_700_000_000 + 12 * number), 1_000_000_000);
    }

    BlockHeader end(Instant time, long baseFee) {
        BlockHeader header = header(number, time, baseFee);
        blocks.add(new RecordedBlock(header, logs));
        logs.clear();
        number++;
        return header;
    }

    static BlockHeader header(long number, Instant time, long baseFee) {
        BlockRef ref = new BlockRef(number, hash(number), hash(number - 1), time);
        return new BlockHeader(ref, new Wei(BigInteger.valueOf(baseFee)), 15_000_000, 30_000_000);
    }

    Hash32 in(PoolId id, TokenAmount amount) {
        return swap(id, state(id).swapExactIn(amount));
    }

    Hash32 out(PoolId id, TokenAmount amount) {
        return swap(id, state(id).swapExactOut(state(id).other(amount.token()), amount));
    }

    Hash32 toPrice(PoolId id, boolean zeroForOne, BigInteger price) {
        return swap(id, ((ConcentratedPool) state(id)).swapToPrice(zeroForOne, price));
    }

    Hash32 swap(PoolId id, SwapResult result) {
        boolean zeroForOne = result.amountIn().token().equals(state(id).token0());
        BigInteger in = result.amountIn().raw();
        BigInteger out = result.amountOut().raw();
        if (result.after() instanceof ConstantProductPool pair) {
            return pair(
                    pair,
                    zeroForOne ? in : BigInteger.ZERO,
                    zeroForOne ? BigInteger.ZERO : in,
                    zeroForOne ? BigInteger.ZERO : out,
                    zeroForOne ? out : BigInteger.ZERO);
        }
        ConcentratedPool after = (ConcentratedPool) result.after();
        transactions++;
        emit(
                id,
                List.of(SWAP, word(BigInteger.ONE), word(BigInteger.ONE)),
                zeroForOne ? in : out.negate(),
                zeroForOne ? out.negate() : in,
                after.sqrtPriceX96(),
                after.liquidity(),
                BigInteger.valueOf(after.tick()));
        return hash(-transactions);
    }

    Hash32 pair(ConstantProductPool after, BigInteger in0, BigInteger in1, BigInteger out0, BigInteger out1) {
        transactions++;
        emit(after.id(), List.of(SYNC), after.reserve0(), after.reserve1());
        emit(after.id(), List.of(PAIR_SWAP, word(BigInteger.ONE), word(BigInteger.ONE)), in0, in1, out0, out1);
        return hash(-transactions);
    }

    void sync(ConstantProductPool after) {
        transactions++;
        emit(after.id(), List.of(SYNC), after.reserve0(), after.reserve1());
    }

    void liquidity(PoolId id, int lower, int upper, BigInteger delta) {
        transactions++;
        List<String> topics = List.of(
                delta.signum() > 0 ? MINT : BURN,
                word(BigInteger.ONE),
                word(BigInteger.valueOf(lower)),
                word(BigInteger.valueOf(upper)));
        BigInteger amount = delta.abs();
        if (delta.signum() > 0) {
            emit(id, topics, BigInteger.ONE, amount, BigInteger.ZERO, BigInteger.ZERO);
        } else {
            emit(id, topics, amount, BigInteger.ZERO, BigInteger.ZERO);
        }
    }

    private void emit(PoolId id, List<String> topics, BigInteger... words) {
        StringBuilder data = new StringBuilder("0x");
        for (BigInteger each : words) {
            data.append(word(each));
        }
        LogEntry log = new LogEntry(
                id.address(),
                topics.stream().map(topic -> new Hash32("0x" + topic)).toList(),
                Bytes.of(Hex.decode(data.toString())),
                number(),
                hash(number()),
                hash(-transactions),
                logs.size());
        logs.add(log);
        pools.computeIfPresent(
                id, (same, pool) -> pool.after(PoolEvents.OWN_CONTRACTS.of(log).orElseThrow()));
    }

    private static String word(BigInteger value) {
        BigInteger unsigned = value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(256)) : value;
        String hex = unsigned.toString(16);
        return "0".repeat(64 - hex.length()) + hex;
    }

    private static Hash32 hash(long number) {
        return new Hash32("0x" + word(BigInteger.valueOf(number)));
    }
}
