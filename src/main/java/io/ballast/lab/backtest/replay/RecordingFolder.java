package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryFiles;
import io.ballast.lab.data.events.EventFolder;
import io.ballast.lab.data.events.EventReader;
import io.ballast.lab.data.events.PoolSnapshots;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.market.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where a recorded run lies: what the agent was answered, and the states and events of the pools that have events.
 *
 * @param path a folder of its own
 * @param network name in the configuration
 */
public record RecordingFolder(Path path, String network, Universe universe, HistoryFiles files) {
    /** Name of the file of answers. */
    static final String ANSWERS = "answers.jsonl.gz";

    /** Compressed JSON lines. */
    public Path answers() {
        return path.resolve(ANSWERS);
    }

    List<PoolSpec> pools() {
        return universe.pools().stream().filter(readers()::follow).toList();
    }

    PoolEvents readers() {
        return universe.contracts().events();
    }

    EventFolder events() {
        return EventFolder.of(
                path, network, readers().emitters(pools()), readers().topics(), files);
    }

    PoolSnapshots snapshots() {
        return new PoolSnapshots(events(), pools());
    }

    /**
     * The recorded pools from the first recorded states on.
     *
     * @param own hashes of recorded transactions of ours, which are taken out
     * @throws DataRefusedException if states or events are missing
     */
    public PoolReplay replay(Set<Hash32> own) {
        List<BlockHeader> starts = snapshots().heads();
        if (starts.isEmpty()) {
            throw DataRefusedException.of(path, "holds no states of pools to start from");
        }
        BlockHeader start = starts.getFirst();
        long number = start.ref().number();
        EventReader reader = EventReader.open(events(), number + 1, events().last());
        return new PoolReplay(start, PoolReplay.Blocks.of(reader), snapshots().at(number), readers(), own);
    }

    LogQuery query(ChainReader chain, long from) {
        return new LogQuery(
                from,
                chain.head().ref().number(),
                readers().emitters(pools()),
                readers().topics());
    }
}
