package io.ballast.lab.backtest.replay;

import io.ballast.base.units.PoolId;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.TrackedPool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pools as they were recorded, and beside them those that orders of ours have made different. A pool that comes back to its
 * recorded state is the recorded one again. Used by one thread.
 */
final class ReplayPools {
    private final Map<PoolId, TrackedPool> recorded = new TreeMap<>();
    private final Map<PoolId, TrackedPool> ours = new HashMap<>();
    private final Set<PoolId> touched = new HashSet<>();
    private final ReplayTally tally = new ReplayTally();

    ReplayPools(List<PoolState> start) {
        start.forEach(state -> recorded.put(state.id(), TrackedPool.of(state)));
    }

    ReplayTally tally() {
        return tally;
    }

    /** With our orders in them, in ascending order of id. */
    List<PoolState> states() {
        return recorded.keySet().stream().map(this::state).toList();
    }

    /** As they were recorded, in ascending order of id. */
    List<PoolState> recordedStates() {
        return recorded.values().stream().map(TrackedPool::state).toList();
    }

    /** One as it was recorded. */
    TrackedPool recorded(PoolId id) {
        return Objects.requireNonNull(recorded.get(id), () -> "no recorded pool " + id);
    }

    /** Pools that are not in their recorded state now. */
    Set<PoolId> changed() {
        return Set.copyOf(ours.keySet());
    }

    private PoolState state(PoolId id) {
        return pool(id).state();
    }

    private TrackedPool pool(PoolId id) {
        TrackedPool mine = ours.get(id);
        TrackedPool known = mine == null ? recorded.get(id) : mine;
        if (known == null) {
            throw new IllegalArgumentException("no recorded pool " + id);
        }
        return known;
    }

    /** Puts what an order of ours left in the pools. */
    void put(List<PoolState> after) {
        for (PoolState state : after) {
            TrackedPool present = pool(state.id());
            keep(new TrackedPool(state, present.gross(), present.sure()), recorded(state.id()));
            touched.add(state.id());
        }
    }

    /**
     * Plays the next step; one of a pool that is not among these is passed over.
     *
     * @param own whether it is of a transaction of ours, which the market of ours does not take again
     * @throws DataRefusedException if the recording contradicts itself
     */
    void play(RecordedStep step, boolean own) {
        TrackedPool before = recorded.get(step.pool());
        if (before == null) {
            return;
        }
        tally.met();
        touched.add(step.pool());
        TrackedPool after = told(before, step);
        TrackedPool mine = ours.get(step.pool());
        if (own) {
            mine = mine == null ? before : mine;
        } else if (mine != null) {
            mine = again(mine, before, step, after);
        }
        recorded.put(step.pool(), after);
        keep(mine, after);
    }

    private void keep(@Nullable TrackedPool mine, TrackedPool after) {
        PoolId id = after.state().id();
        if (mine == null || mine.state().equals(after.state())) {
            ours.remove(id);
        } else {
            ours.put(id, mine);
        }
    }

    private static TrackedPool told(TrackedPool before, RecordedStep step) {
        try {
            return before.after(step.event());
        } catch (IllegalArgumentException e) {
            throw contradiction(step.block(), step.pool(), e);
        }
    }

    private TrackedPool again(TrackedPool mine, TrackedPool before, RecordedStep step, TrackedPool after) {
        RecordedOrder order = OrderReading.of(before, step, after);
        try {
            TrackedPool next = order.on(mine);
            tally.recomputed(order.kind());
            return next;
        } catch (InsufficientLiquidityException | IllegalArgumentException impossible) {
            tally.missed(step, order.kind(), String.valueOf(impossible.getMessage()));
            return mine;
        }
    }

    /**
     * Holds the pools that moved in a block against themselves: the liquidity in range must be what the ticks sum to.
     *
     * @return their states, with our orders in them
     */
    List<PoolState> endOf(long block) {
        for (PoolId id : touched) {
            TrackedPool pool = recorded.get(id);
            if (pool != null && !pool.sure()) {
                tally.uncertain(id);
            }
            try {
                if (pool != null) {
                    pool.verified();
                }
            } catch (IllegalArgumentException e) {
                throw contradiction(block, id, e);
            }
        }
        List<PoolState> moved = touched.stream().map(this::state).toList();
        touched.clear();
        return moved;
    }

    private static DataRefusedException contradiction(long block, PoolId pool, IllegalArgumentException e) {
        return DataRefusedException.of(
                "recording",
                "block " + block + " contradicts what was recorded of pool " + pool + ": " + e.getMessage());
    }
}
