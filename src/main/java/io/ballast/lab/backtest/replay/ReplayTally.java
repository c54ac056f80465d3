package io.ballast.lab.backtest.replay;

import io.ballast.base.units.PoolId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a replay met, and what of it could not be carried over to the market with orders of ours in it. Used by one thread. */
public final class ReplayTally {
    /** Of the orders of others that could no longer happen; all are counted. */
    private static final int KEPT = 100;

    private final Map<OrderKind, Long> recomputed = new EnumMap<>(OrderKind.class);
    private final List<Missed> missed = new ArrayList<>();
    private final Set<PoolId> uncertain = new LinkedHashSet<>();
    private long events;
    private long missedCount;

    /**
     * A recorded order that could not happen any more.
     *
     * @param index of its event in the block
     */
    public record Missed(long block, int index, PoolId pool, OrderKind kind, String reason) {}

    void met() {
        events++;
    }

    void recomputed(OrderKind kind) {
        recomputed.merge(kind, 1L, Long::sum);
    }

    void missed(RecordedStep step, OrderKind kind, String reason) {
        missedCount++;
        if (missed.size() < KEPT) {
            missed.add(new Missed(step.block(), step.index(), step.pool(), kind, reason));
        }
    }

    void uncertain(PoolId pool) {
        uncertain.add(pool);
    }

    /** Changes of pools that were played. */
    public long events() {
        return events;
    }

    /** Orders of others that met another state than the recorded one and were computed again, by kind. */
    public Map<OrderKind, Long> recomputed() {
        return Map.copyOf(recomputed);
    }

    /** The first {@value #KEPT} orders of others that could not happen any more; the pool stays as it was then. */
    public List<Missed> missed() {
        return List.copyOf(missed);
    }

    /** All of them. */
    public long missedCount() {
        return missedCount;
    }

    /** Pools of which the events alone did not tell whether a tick was still initialised: at most one rounding a swap. */
    public Set<PoolId> uncertain() {
        return Set.copyOf(uncertain);
    }

    /** One line for people. */
    public String words() {
        long again = recomputed.values().stream().mapToLong(Long::longValue).sum();
        String rest = missedCount == 0 ? "" : ", " + missedCount + " could not happen any more";
        String doubt = uncertain.isEmpty() ? "" : ", ticks of " + uncertain.size() + " pools not certain";
        return events + " recorded changes, " + again + " computed again after orders of ours" + rest + doubt;
    }
}
