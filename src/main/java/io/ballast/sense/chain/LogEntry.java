package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import java.util.List;

/**
 * One event of a mined transaction.
 *
 * @param index position in the block
 * @param topics first is the event's signature hash unless anonymous
 */
public record LogEntry(
        Address address,
        List<Hash32> topics,
        Bytes data,
        long blockNumber,
        Hash32 blockHash,
        Hash32 txHash,
        int index) {
    public LogEntry {
        topics = List.copyOf(topics);
    }
}
