package io.ballast.lab.backtest.replay;

import io.ballast.lab.data.HistoryFiles;
import io.ballast.lab.data.events.EventFolder;
import io.ballast.lab.data.events.PoolSnapshots;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.market.Universe;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a recorded run lies: what the agent was answered, and the states and events of the pools that have events.
 *
 * @param path a folder of its own
 * @param network name in the configuration
 */
public record RecordingFolder(Path path, String network, Universe universe, HistoryFiles files) {
    /** Compressed JSON lines. */
    public Path answers() {
        return path.resolve("answers.jsonl.gz");
    }

    List<PoolSpec> pools() {
        return universe.pools().stream().filter(readers()::follow).toList();
    }

    PoolEvents readers() {
        return universe.contracts().events();
    }

    EventFolder events() {
        return EventFolder.of(path, network, readers().emitters(pools()), readers().topics(), files);
    }

    PoolSnapshots snapshots() {
        return new PoolSnapshots(events(), pools());
    }

    LogQuery query(ChainReader chain, long from) {
        return new LogQuery(
                from, chain.head().ref().number(), readers().emitters(pools()), readers().topics());
    }
}
