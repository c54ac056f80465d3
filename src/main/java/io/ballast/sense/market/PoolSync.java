package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.TrackedPool;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pools kept current block by block from their events: one query a block for any number of pools. A block is applied only on
 * its parent; on another branch the blocks since the common ancestor are taken back first. From time to time, and after every
 * reorganisation, the pools are read and must be the same, word for word; one that is not is frozen until a later
 * comparison finds it the same again. Whatever throws leaves the pools at a block they had, whole. Thread-safe.
 */
public final class PoolSync {
    private static final Logger LOG = LoggerFactory.getLogger(PoolSync.class);

    private final ChainReader chain;
    private final PoolReader reader;
    private final List<PoolSpec> pools;
    private final SyncRules rules;
    private final PoolEvents logs;
    private final Map<PoolId, Freeze> frozen = new TreeMap<>();
    private @Nullable PoolBook book;
    private int sinceAudit;
    private boolean auditDue;

    /**
     * @param pools those that can be followed
     * @throws IllegalArgumentException if one cannot
     */
    public PoolSync(ChainReader chain, PoolReader reader, List<PoolSpec> pools, SyncRules rules, PoolEvents logs) {
        this.chain = chain;
        this.reader = reader;
        this.pools = List.copyOf(pools);
        this.rules = rules;
        this.logs = logs;
        pools.stream().filter(pool -> !logs.follow(pool)).forEach(pool -> {
            throw new IllegalArgumentException("pools of " + pool.venue().label() + " have no events to follow");
        });
    }

    /**
     * The pools at one block.
     *
     * @param pools in ascending order of id, frozen ones among them
     * @param frozen those that must not be traded
     */
    public record Followed(BlockRef block, List<PoolState> pools, Map<PoolId, Freeze> frozen) {
        public Followed {
            pools = List.copyOf(pools);
            frozen = Map.copyOf(frozen);
        }
    }

    /**
     * Follows the chain to a head, wherever it stands: ahead, behind or on another branch.
     *
     * @throws ChainException if the node does not answer, or of kind UNKNOWN_BLOCK if the head is gone again
     */
    public synchronized Followed follow(BlockRef head) {
        Optional<Ancestry.Way> way = book == null ? Optional.empty() : new Ancestry(chain, book, rules.gap()).to(head);
        if (way.isEmpty()) {
            readAll(head);
        } else {
            go(Objects.requireNonNull(book), way.get());
        }
        PoolBook current = Objects.requireNonNull(book);
        if (auditDue || sinceAudit >= rules.auditEvery()) {
            audit(current);
        }
        return new Followed(current.block(), current.states(), frozen);
    }

    private void readAll(BlockRef head) {
        if (book != null) {
            LOG.warn("no way from block {} to {} by what is kept, all pools are read again", book.block(), head);
        }
        book = new PoolBook(head, reader.read(head, pools), rules.undo());
        sinceAudit = 0;
        auditDue = false;
    }

    private void go(PoolBook from, Ancestry.Way way) {
        int taken = from.unwindTo(way.ancestor());
        if (taken > 0) {
            LOG.info("{} blocks taken back to {}", taken, from.block());
            auditDue = true;
        }
        for (BlockRef block : way.blocks()) {
            step(from, block);
        }
    }

    private void step(PoolBook from, BlockRef block) {
        BlockEvents events = new BlockEvents(from, logs);
        events.apply(events.fetch(chain, block, pools));
        Map<PoolId, TrackedPool> changed = new LinkedHashMap<>(events.changed());
        List<PoolSpec> stale = events.stale();
        if (!stale.isEmpty()) {
            reader.read(block, stale).forEach(state -> changed.put(state.id(), TrackedPool.of(state)));
        }
        from.apply(block, changed);
        events.faults().forEach((id, fault) -> freeze(id, block, "its events contradict it: " + fault));
        sinceAudit++;
    }

    /** Compares everything with the chain now. */
    private void audit(PoolBook current) {
        BlockRef block = current.block();
        for (PoolState read : reader.read(block, pools)) {
            Optional<String> difference =
                    StateDifference.between(current.pool(read.id()).state(), read);
            if (difference.isPresent()) {
                freeze(read.id(), block, "it was followed to another state than it has: " + difference.get());
                current.replace(read);
            } else {
                thaw(read.id(), block);
            }
        }
        sinceAudit = 0;
        auditDue = false;
    }

    private void freeze(PoolId id, BlockRef block, String why) {
        LOG.error("pool {} is not traded from block {} on: {}", id, block, why);
        frozen.put(id, new Freeze(block, why));
    }

    /** Only what was compared at a later block than that of the fault is trusted again. */
    private void thaw(PoolId id, BlockRef block) {
        Freeze freeze = frozen.get(id);
        if (freeze != null && block.number() > freeze.at().number()) {
            LOG.warn("pool {} is traded again: at block {} it is what was followed", id, block);
            frozen.remove(id);
        }
    }
}
