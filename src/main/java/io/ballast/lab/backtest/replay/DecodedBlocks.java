package io.ballast.lab.backtest.replay;

import io.ballast.sense.dex.web3j.PoolEvents;
import java.util.Optional;

/** Recorded blocks with their logs read. For one thread. */
record DecodedBlocks(PoolReplay.Blocks blocks, PoolEvents events) implements ReplayBlocks {
    @Override
    public Optional<ReplayBlock> next() {
        return blocks.next().map(block -> new ReplayBlock(block.header(), RecordedStep.of(block.logs(), events)));
    }

    @Override
    public void close() {
        blocks.close();
    }
}
