package io.ballast.lab.data.events;

import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.LogEntry;
import java.util.List;

/**
 * A block with what was recorded of it.
 *
 * @param logs in the order of the chain; none at the end of a run of blocks without events
 */
public record RecordedBlock(BlockHeader header, List<LogEntry> logs) {
    public RecordedBlock {
        logs = List.copyOf(logs);
    }
}
