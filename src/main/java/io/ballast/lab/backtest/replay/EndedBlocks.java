package io.ballast.lab.backtest.replay;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Blocks up to a moment, as if nothing touched the pools any more: what follows is empty and goes on as fast as before. How far the
 * next recorded block is, is all that is kept of it. For one thread.
 */
final class EndedBlocks implements ReplayBlocks {
    /** More than orders of one decision wait for. */
    private static final long STRETCH = 1_000_000;

    private final ReplayBlocks blocks;
    private final Instant end;
    private BlockHeader last;
    private boolean ended;

    /**
     * @param start block before the first
     * @param end time of the last that is kept
     */
    EndedBlocks(ReplayBlocks blocks, BlockHeader start, Instant end) {
        this.blocks = blocks;
        this.last = start;
        this.end = end;
    }

    @Override
    public Optional<ReplayBlock> next() {
        if (ended) {
            return Optional.empty();
        }
        Optional<ReplayBlock> next = blocks.next();
        if (next.isPresent() && next.get().header().ref().timestamp().isAfter(end)) {
            ended = true;
            return Optional.of(new ReplayBlock(far(next.get().header().ref()), List.of()));
        }
        next.ifPresent(block -> last = block.header());
        return next;
    }

    private BlockHeader far(BlockRef next) {
        long number = last.ref().number();
        long second = last.ref().timestamp().getEpochSecond();
        BlockRef ref = new BlockRef(
                number + STRETCH * (next.number() - number),
                next.hash(),
                next.parent(),
                Instant.ofEpochSecond(second + STRETCH * (next.timestamp().getEpochSecond() - second)));
        return new BlockHeader(ref, last.nextBaseFee(), last.gasLimit() / 2, last.gasLimit());
    }

    @Override
    public void close() {
        blocks.close();
    }
}
