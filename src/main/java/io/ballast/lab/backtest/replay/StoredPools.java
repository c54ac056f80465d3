package io.ballast.lab.backtest.replay;

import io.ballast.base.units.PoolId;
import io.ballast.lab.backtest.scenario.Period;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryFiles;
import io.ballast.lab.data.events.EventFolder;
import io.ballast.lab.data.events.EventReader;
import io.ballast.lab.data.events.PoolSnapshots;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a store holds of some pools: states to start from, and every event from there to the end of a period.
 *
 * @param start block whose states are the first
 * @param last block up to which everything was recorded
 */
record StoredPools(EventFolder folder, List<PoolSpec> pools, BlockHeader start, BlockHeader last) {

    /**
     * What is asked of a store.
     *
     * @param network name in the configuration
     * @param period that must be covered
     * @param before how long before it is of use
     * @param slack by which a recording may end early: the last block of a day comes a little before midnight
     */
    record Wanted(String network, List<PoolSpec> pools, Period period, Duration before, Duration slack) {
        Instant start() {
            return period.start();
        }
    }

    /** @throws DataRefusedException if it is not all there, with what is missing */
    static StoredPools find(Path store, Wanted wanted, HistoryFiles files) {
        EventFolder folder = folder(store, wanted, files);
        BlockHeader start = start(folder, wanted);
        long first = start.ref().number() + 1;
        long last = folder.lastFrom(first)
                .orElseThrow(() -> DataRefusedException.of(
                        folder.path(), "holds no events from block " + first + " on: 'ballast data download' does it"));
        BlockHeader end = folder.end(last);
        if (end.ref().timestamp().plus(wanted.slack()).isBefore(wanted.period().end())) {
            throw DataRefusedException.of(
                    folder.path(),
                    "is recorded without a gap until " + end.ref().timestamp() + " (block " + last
                            + "), the period ends on " + wanted.period().end());
        }
        return new StoredPools(folder, wanted.pools(), start, end);
    }

    /** A recording, and the pools that it has states of. */
    private record Found(EventFolder folder, Set<PoolId> there) {
        List<PoolSpec> missing(List<PoolSpec> pools) {
            return pools.stream().filter(pool -> !there.contains(pool.id())).toList();
        }
    }

    /** The smallest recording that holds all of the pools. */
    private static EventFolder folder(Path store, Wanted wanted, HistoryFiles files) {
        List<Found> all = EventFolder.all(store, wanted.network(), files).stream()
                .map(folder -> new Found(folder, PoolSnapshots.pools(folder)))
                .filter(found -> !found.there().isEmpty())
                .toList();
        if (all.isEmpty()) {
            throw DataRefusedException.of(
                    store.resolve(wanted.network()), "holds no recorded pools: 'ballast data download' records them");
        }
        return all.stream()
                .filter(found -> found.missing(wanted.pools()).isEmpty())
                .min(Comparator.comparingInt(found -> found.there().size()))
                .map(Found::folder)
                .orElseThrow(() -> lacking(store, wanted, all));
    }

    private static DataRefusedException lacking(Path store, Wanted wanted, List<Found> all) {
        List<PoolSpec> least = all.stream()
                .map(found -> found.missing(wanted.pools()))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        PoolSpec pool = least.getFirst();
        return DataRefusedException.of(
                store.resolve(wanted.network()),
                "has no recorded events of pool " + pool.id() + " ("
                        + pool.venue().label() + " " + pool.token0() + "/"
                        + pool.token1() + ")" + (least.size() == 1 ? "" : " and " + (least.size() - 1) + " more")
                        + ", in which the strategy trades: record them with 'ballast data download', or name the"
                        + " others under data.pools.only");
    }

    /** The earliest states that are of use, unless events are missing after them. */
    private static BlockHeader start(EventFolder folder, Wanted wanted) {
        List<BlockHeader> heads = new PoolSnapshots(folder, wanted.pools()).heads();
        List<BlockHeader> early = heads.stream()
                .filter(head -> !head.ref().timestamp().isAfter(wanted.start()))
                .toList();
        if (early.isEmpty()) {
            String begins = heads.stream()
                    .findFirst()
                    .map(head -> "on " + head.ref().timestamp())
                    .orElse("nowhere");
            throw DataRefusedException.of(
                    folder.path(), "begins " + begins + ", the period starts on " + wanted.start());
        }
        Instant oldest = wanted.start().minus(wanted.before());
        BlockHeader latest = early.getLast();
        return early.stream()
                .filter(head -> !head.ref().timestamp().isBefore(oldest))
                .filter(head -> leads(folder, head, latest))
                .findFirst()
                .orElse(latest);
    }

    private static boolean leads(EventFolder folder, BlockHeader from, BlockHeader to) {
        long first = from.ref().number() + 1;
        return folder.lastFrom(first).orElse(-1) >= to.ref().number();
    }

    /** The states at the start. */
    List<PoolState> states() {
        return new PoolSnapshots(folder, pools).at(start.ref().number());
    }

    /** All that was recorded after them. */
    EventReader open() {
        return EventReader.open(folder, start.ref().number() + 1, last.ref().number());
    }
}
