package io.ballast.agent;

import io.ballast.sense.market.ReadLimits;
import io.ballast.sense.market.SyncRules;
import java.time.Duration;

/**
 * How pools are kept current, and what that may cost.
 *
 * @param limits of one read
 * @param rules of following; only with {@code EVERY_BLOCK}
 * @param maxCallsPerDay JSON-RPC calls, items of batches counted one by one
 */
public record SyncSettings(RpcFile.Sync sync, ReadLimits limits, SyncRules rules, int maxCallsPerDay) {
    static SyncSettings of(RpcFile file, Duration timeframe) {
        int undo = file.undo().count();
        ReadLimits usual = ReadLimits.DEFAULT;
        return new SyncSettings(
                file.sync().orElseGet(() -> RpcFile.Sync.of(timeframe)),
                new ReadLimits(file.callGas(), usual.singles(), usual.maxWords()),
                new SyncRules(undo, undo, file.auditEvery().count()),
                file.maxCallsPerDay());
    }

    /** Whether pools are followed block by block. */
    public boolean everyBlock() {
        return sync == RpcFile.Sync.EVERY_BLOCK;
    }
}
