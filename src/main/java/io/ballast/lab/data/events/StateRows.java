package io.ballast.lab.data.events;

import io.ballast.base.units.Hex;
import io.ballast.base.units.PoolId;
import io.ballast.lab.data.Batch;
import io.ballast.lab.data.Word;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapFees;
import io.ballast.sense.dex.TickTable;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** States of pools as rows of {@link EventSchema#STATES}. Pools of other kinds than these two have no such row. */
final class StateRows {
    private static final int TICK_BYTES = 4 + 32;

    private StateRows() {}

    /** A state and its block. */
    record At(long block, PoolState state) {}

    /** Whether a state can be kept: all of it is known, and it is of one of the two kinds. */
    static boolean keeps(PoolState state) {
        return state instanceof ConstantProductPool
                || (state instanceof ConcentratedPool pool && pool.ticks().isComplete());
    }

    static void fill(Batch batch, int row, At at) {
        batch.longs(0)[row] = at.block();
        batch.words(1)[row] = Hex.decode(at.state().id().hex());
        switch (at.state()) {
            case ConstantProductPool pair -> fillPair(batch, row, pair);
            case ConcentratedPool pool -> fillPool(batch, row, pool);
            default -> throw new IllegalArgumentException("pool " + at.state().id() + " is of a kind that is not kept");
        }
    }

    private static void fillPair(Batch batch, int row, ConstantProductPool pair) {
        batch.words(2)[row] = Word.of(pair.reserve0());
        batch.words(3)[row] = Word.of(pair.reserve1());
        batch.longs(4)[row] = 0;
        batch.longs(5)[row] = pair.feePips();
        batch.longs(6)[row] = pair.feePips();
        batch.words(7)[row] = new byte[0];
    }

    private static void fillPool(Batch batch, int row, ConcentratedPool pool) {
        batch.words(2)[row] = Word.of(pool.sqrtPriceX96());
        batch.words(3)[row] = Word.of(pool.liquidity());
        batch.longs(4)[row] = pool.tick();
        batch.longs(5)[row] = pool.fees().zeroForOne();
        batch.longs(6)[row] = pool.fees().oneForZero();
        TickTable ticks = pool.ticks();
        ByteBuffer packed = ByteBuffer.allocate(ticks.size() * TICK_BYTES);
        for (int i = 0; i < ticks.size(); i++) {
            packed.putInt(ticks.index(i)).put(Word.of(ticks.net(i)));
        }
        batch.words(7)[row] = packed.array();
    }

    static PoolId pool(Batch batch, int row) {
        return new PoolId(Hex.encode(batch.words(1)[row]));
    }

    static PoolState read(Batch batch, int row, PoolSpec spec) {
        BigInteger first = Word.value(batch.words(2)[row]);
        BigInteger second = Word.value(batch.words(3)[row]);
        if (spec.tickSpacing() == 0) {
            return new ConstantProductPool(spec, first, second);
        }
        SwapFees fees = new SwapFees(Math.toIntExact(batch.longs(5)[row]), Math.toIntExact(batch.longs(6)[row]));
        int tick = Math.toIntExact(batch.longs(4)[row]);
        return new ConcentratedPool(spec, first, tick, second, ticks(batch.words(7)[row], spec), fees).verified();
    }

    private static TickTable ticks(byte[] packed, PoolSpec spec) {
        ByteBuffer buffer = ByteBuffer.wrap(packed);
        int count = packed.length / TICK_BYTES;
        int[] indexes = new int[count];
        BigInteger[] nets = new BigInteger[count];
        byte[] word = new byte[TICK_BYTES - 4];
        for (int i = 0; i < count; i++) {
            indexes[i] = buffer.getInt();
            buffer.get(word);
            nets[i] = Word.value(word);
        }
        return TickTable.complete(spec.tickSpacing(), indexes, nets);
    }
}
