package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import java.util.List;

/** Fetches the events of one block by its hash: a reorganisation between the head and its events cannot go unseen. */
final class BlockLogs {
    private BlockLogs() {}

    /** @param query its range is that one block */
    static List<LogEntry> fetch(JsonRpc rpc, Hash32 block, LogQuery query) {
        List<LogEntry> logs = Logs.answering(query, Results.present(rpc, Logs.request(block, query)));
        for (LogEntry log : logs) {
            if (!log.blockHash().equals(block)) {
                throw Fields.malformed(
                        rpc + ": asked for events of block " + block + ", got one of " + log.blockHash());
            }
        }
        return logs;
    }
}
