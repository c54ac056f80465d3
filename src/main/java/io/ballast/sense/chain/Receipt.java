package io.ballast.sense.chain;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * Outcome of a mined transaction.
 *
 * @param succeeded status 1
 * @param index position in the block
 * @param effectiveGasPrice base fee plus tip actually paid per unit of gas
 */
public record Receipt(
        Hash32 txHash,
        boolean succeeded,
        long blockNumber,
        Hash32 blockHash,
        int index,
        long gasUsed,
        Wei effectiveGasPrice,
        List<LogEntry> logs) {
    public Receipt {
        logs = List.copyOf(logs);
    }

    /** Coins paid for gas. */
    public Wei fee() {
        return effectiveGasPrice.times(gasUsed);
    }
}
