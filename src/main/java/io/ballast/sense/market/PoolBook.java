package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.TrackedPool;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Pools at one block, and the way back over the last blocks. Used by one thread. */
final class PoolBook {
    private final int depth;
    private final Map<PoolId, TrackedPool> pools = new TreeMap<>();
    /** Newest first. */
    private final Deque<Undo> undo = new ArrayDeque<>();

    private BlockRef block;

    /** @param depth blocks that can be taken back */
    PoolBook(BlockRef block, Collection<PoolState> states, int depth) {
        this.block = block;
        this.depth = depth;
        states.forEach(state -> pools.put(state.id(), TrackedPool.of(state)));
    }

    /** How to get from a block to the one before it, {@code parent}. */
    private record Undo(BlockRef parent, Map<PoolId, TrackedPool> before) {}

    BlockRef block() {
        return block;
    }

    TrackedPool pool(PoolId id) {
        return Objects.requireNonNull(pools.get(id), () -> "no pool " + id);
    }

    boolean holds(PoolId id) {
        return pools.containsKey(id);
    }

    /** In ascending order of id. */
    List<PoolState> states() {
        return pools.values().stream().map(TrackedPool::state).toList();
    }

    /** Whether the book stands at this block, or can go back to it. */
    boolean reaches(Hash32 hash) {
        return block.hash().equals(hash)
                || undo.stream().anyMatch(step -> step.parent().hash().equals(hash));
    }

    /** The lowest block that the book can go back to. */
    long lowest() {
        return undo.isEmpty() ? block.number() : undo.getLast().parent().number();
    }

    /**
     * Goes on to the next block.
     *
     * @param changed pools as they are after it
     * @throws IllegalArgumentException if the block does not stand on this one
     */
    void apply(BlockRef next, Map<PoolId, TrackedPool> changed) {
        if (!next.parent().equals(block.hash()) || next.number() != block.number() + 1) {
            throw new IllegalArgumentException("block " + next + " does not stand on " + block);
        }
        Map<PoolId, TrackedPool> before = new HashMap<>();
        changed.forEach((id, after) -> before.put(id, Objects.requireNonNull(pools.put(id, after))));
        undo.addFirst(new Undo(block, before));
        if (undo.size() > depth) {
            undo.removeLast();
        }
        block = next;
    }

    /**
     * Goes back until it stands at this block.
     *
     * @return number of blocks taken back
     * @throws IllegalArgumentException if it cannot
     */
    int unwindTo(Hash32 hash) {
        if (!reaches(hash)) {
            throw new IllegalArgumentException("no way back from " + block + " to " + hash);
        }
        int taken = 0;
        while (!block.hash().equals(hash)) {
            Undo step = undo.removeFirst();
            pools.putAll(step.before());
            block = step.parent();
            taken++;
        }
        return taken;
    }

    /** Puts what was read at this block in place of what was followed. */
    void replace(PoolState read) {
        TrackedPool before = Objects.requireNonNull(pools.put(read.id(), TrackedPool.of(read)));
        if (!undo.isEmpty()) {
            undo.getFirst().before().putIfAbsent(read.id(), before);
        }
    }
}
