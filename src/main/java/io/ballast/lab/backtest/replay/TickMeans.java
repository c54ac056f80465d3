package io.ballast.lab.backtest.replay;

import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.market.MeanPrices;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Mean ticks of the last half hour as the oracle of a Uniswap V3 pool tells them: the tick that a block leaves counts from its time
 * to the next block that moves it, and the mean is rounded down. Pools without an oracle have none. Used by one thread.
 */
final class TickMeans {
    private final Map<PoolId, Deque<Step>> steps = new HashMap<>();

    /** A tick, and when it came to be. */
    private record Step(long from, int tick) {}

    /** Notes the pools that may have moved in a block; blocks come in order. */
    void note(Instant time, List<PoolState> pools) {
        for (PoolState state : pools) {
            if (state instanceof ConcentratedPool pool && pool.spec().protocol() == Protocol.CONCENTRATED) {
                note(time.getEpochSecond(), pool);
            }
        }
    }

    private void note(long time, ConcentratedPool pool) {
        Deque<Step> past = steps.computeIfAbsent(pool.id(), id -> new ArrayDeque<>());
        Step last = past.peekLast();
        if (last != null && last.tick() == pool.tick()) {
            return;
        }
        if (last != null && last.from() == time) {
            past.removeLast();
        }
        past.addLast(new Step(time, pool.tick()));
        forget(past, time - MeanPrices.SECONDS);
    }

    /** The step that a stretch begins in must stay. */
    private static void forget(Deque<Step> past, long before) {
        while (past.size() > 1) {
            Step first = past.removeFirst();
            if (past.getFirst().from() > before) {
                past.addFirst(first);
                return;
            }
        }
    }

    /** Mean tick of each pool that has been watched for so long. */
    Map<PoolId, Integer> at(Instant now) {
        Map<PoolId, Integer> means = new HashMap<>();
        steps.forEach((pool, past) -> mean(past, now.getEpochSecond()).ifPresent(mean -> means.put(pool, mean)));
        return means;
    }

    private static OptionalInt mean(Deque<Step> past, long now) {
        long begin = now - MeanPrices.SECONDS;
        if (past.getFirst().from() > begin) {
            return OptionalInt.empty();
        }
        long total = 0;
        long end = now;
        for (var back = past.descendingIterator(); back.hasNext() && end > begin; ) {
            Step step = back.next();
            long from = Math.max(step.from(), begin);
            total += step.tick() * (end - from);
            end = from;
        }
        return OptionalInt.of(Math.toIntExact(Math.floorDiv(total, MeanPrices.SECONDS)));
    }
}
