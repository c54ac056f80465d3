package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TrackedPool;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one block did to the pools of a book. Used once, by one thread. */
final class BlockEvents {
    private final PoolBook book;
    private final PoolEvents events;
    private final Map<PoolId, TrackedPool> changed = new LinkedHashMap<>();
    private final Map<PoolId, String> faults = new TreeMap<>();

    BlockEvents(PoolBook book, PoolEvents events) {
        this.book = book;
        this.events = events;
    }

    /** One round trip, for any number of pools. */
    List<LogEntry> fetch(ChainReader chain, BlockRef block, List<PoolSpec> pools) {
        return inOrder(block, chain.logsAt(block, events.emitters(pools), events.topics()));
    }

    /** Each event once, in the order of the block. */
    private static List<LogEntry> inOrder(BlockRef block, List<LogEntry> logs) {
        TreeMap<Integer, LogEntry> ordered = new TreeMap<>();
        for (LogEntry log : logs) {
            if (!log.blockHash().equals(block.hash())) {
                throw malformed("asked for events of block " + block + ", got one of " + log.blockHash());
            }
            LogEntry twin = ordered.putIfAbsent(log.index(), log);
            if (twin != null && !twin.equals(log)) {
                throw malformed("two different events at place " + log.index() + " of block " + block);
            }
        }
        return List.copyOf(ordered.values());
    }

    BlockEvents apply(List<LogEntry> logs) {
        for (LogEntry log : logs) {
            events.of(log).filter(event -> book.holds(event.pool())).ifPresent(this::apply);
        }
        changed.values().forEach(this::verify);
        return this;
    }

    private void apply(PoolEvent event) {
        PoolId id = event.pool();
        TrackedPool before = changed.getOrDefault(id, book.pool(id));
        try {
            changed.put(id, before.after(event));
        } catch (IllegalArgumentException e) {
            changed.put(id, before);
            faults.putIfAbsent(id, String.valueOf(e.getMessage()));
        }
    }

    private void verify(TrackedPool pool) {
        try {
            pool.verified();
        } catch (IllegalArgumentException e) {
            faults.putIfAbsent(pool.state().id(), String.valueOf(e.getMessage()));
        }
    }

    /** Pools with an event in the block, as they are after it. */
    Map<PoolId, TrackedPool> changed() {
        return changed;
    }

    /** Pools whose events do not lead anywhere, with the reason: something was missed. */
    Map<PoolId, String> faults() {
        return faults;
    }

    /** Pools that have to be read at the block. */
    List<PoolSpec> stale() {
        return changed.values().stream()
                .filter(pool -> !pool.sure() || faults.containsKey(pool.state().id()))
                .map(pool -> pool.state().spec())
                .toList();
    }

    private static ChainException malformed(String what) {
        return new ChainException(ChainException.Kind.MALFORMED, what);
    }
}
