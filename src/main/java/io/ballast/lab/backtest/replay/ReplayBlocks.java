package io.ballast.lab.backtest.replay;

import java.util.Optional;

/** Blocks that a replay plays, in ascending order. For one thread. */
interface ReplayBlocks extends AutoCloseable {
    /** Empty after the last. */
    Optional<ReplayBlock> next();

    @Override
    void close();
}
