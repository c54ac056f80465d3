package io.ballast.lab.backtest.replay;

import io.ballast.sense.chain.BlockHeader;
import java.util.List;

/**
 * A block, and what pools go through in it.
 *
 * @param steps in the order of the chain
 */
record ReplayBlock(BlockHeader header, List<RecordedStep> steps) {
    ReplayBlock {
        steps = List.copyOf(steps);
    }
}
