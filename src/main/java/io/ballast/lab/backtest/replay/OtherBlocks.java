package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.TrackedPool;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Blocks as they were recorded up to a moment, and after it others at the same times: nothing that was recorded there happens, and
 * swaps that nobody can have known move every pool in every block, each on a seeded walk of its own. Base fees go on as a walk too.
 * For one thread.
 */
final class OtherBlocks implements ReplayBlocks {
    /** A generator whose algorithm is the same on every Java. */
    private static final String GENERATOR = "L64X128MixRandom";
    /** Of the base fee, a block. */
    private static final double FEE_STEP = 0.1;

    private final ReplayBlocks blocks;
    private final Instant end;
    private final RandomGenerator random;
    private final Map<PoolId, TrackedPool> pools = new TreeMap<>();
    private double fee = 1;

    /**
     * @param start states before the first block
     * @param end time of the last block that is as it was
     */
    OtherBlocks(ReplayBlocks blocks, List<PoolState> start, Instant end, long seed) {
        this.blocks = blocks;
        this.end = end;
        this.random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        start.forEach(state -> pools.put(state.id(), TrackedPool.of(state)));
    }

    @Override
    public Optional<ReplayBlock> next() {
        return blocks.next()
                .map(block -> block.header().ref().timestamp().isAfter(end) ? other(block.header()) : known(block));
    }

    private ReplayBlock known(ReplayBlock block) {
        block.steps().forEach(step -> pools.computeIfPresent(step.pool(), (id, before) -> before.after(step.event())));
        return block;
    }

    private ReplayBlock other(BlockHeader header) {
        List<RecordedStep> steps = new ArrayList<>();
        for (PoolState pool : pools.values().stream().map(TrackedPool::state).toList()) {
            MadeUpSwap.of(pool, random).ifPresent(swap -> {
                steps.add(new RecordedStep(
                        header.ref().number(), steps.size(), Hash32.ZERO, swap.event(), swap.amounts()));
                pools.computeIfPresent(pool.id(), (id, before) -> before.after(swap.event()));
            });
        }
        fee *= StrictMath.exp(FEE_STEP * random.nextGaussian());
        return new ReplayBlock(
                new BlockHeader(header.ref(), scaled(header.baseFee()), header.gasUsed(), header.gasLimit()), steps);
    }

    private Wei scaled(Wei recorded) {
        return new Wei(new BigDecimal(recorded.value())
                .multiply(BigDecimal.valueOf(fee))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact());
    }

    @Override
    public void close() {
        blocks.close();
    }
}
