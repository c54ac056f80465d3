package io.ballast.sense.chain;

import io.ballast.base.units.Bytes;
import java.util.List;

/**
 * Outcome of one simulated transaction.
 *
 * @param returnData of the call, or the revert data
 */
public record SimulatedResult(boolean succeeded, Bytes returnData, long gasUsed, List<LogEntry> logs) {
    public SimulatedResult {
        logs = List.copyOf(logs);
    }
}
