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
 * @param l1Fee coins that a rollup charged for the data on top of gas; zero where it charges none that way
 */
public record Receipt(
        Hash32 txHash,
        boolean succeeded,
        long blockNumber,
        Hash32 blockHash,
        int index,
        long gasUsed,
        Wei effectiveGasPrice,
        Wei l1Fee,
        List<LogEntry> logs) {
    public Receipt {
        logs = List.copyOf(logs);
    }

    /** Coins paid for gas and data. */
    public Wei fee() {
        return effectiveGasPrice.times(gasUsed).plus(l1Fee);
    }
}
