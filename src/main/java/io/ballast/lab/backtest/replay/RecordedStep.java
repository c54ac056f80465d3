package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolEvent.PairSwapped;
import io.ballast.sense.dex.PoolEvent.Synced;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change of one pool. A pair of Uniswap V2 tells it in two events, its reserves and then the swap that led there.
 *
 * @param index of the event in its block; the first one's of two
 * @param swap of a pair; empty if its reserves changed otherwise
 */
record RecordedStep(long block, int index, Hash32 tx, PoolEvent event, Optional<PairSwapped> swap) {
    PoolId pool() {
        return event.pool();
    }

    /**
     * The changes of a block in their order.
     *
     * @param logs of one block, in the order of the chain
     */
    static List<RecordedStep> of(List<LogEntry> logs, PoolEvents events) {
        List<RecordedStep> steps = new ArrayList<>();
        for (LogEntry log : logs) {
            events.of(log).ifPresent(event -> add(steps, log, event));
        }
        return steps;
    }

    private static void add(List<RecordedStep> steps, LogEntry log, PoolEvent event) {
        int before = event instanceof PairSwapped ? syncOf(steps, log, event.pool()) : -1;
        if (before >= 0) {
            RecordedStep sync = steps.get(before);
            steps.set(
                    before,
                    new RecordedStep(
                            sync.block(), sync.index(), sync.tx(), sync.event(), Optional.of((PairSwapped) event)));
        } else {
            steps.add(new RecordedStep(log.blockNumber(), log.index(), log.txHash(), event, Optional.empty()));
        }
    }

    /** A pair emits the two without anything of its own between them. */
    private static int syncOf(List<RecordedStep> steps, LogEntry log, PoolId pool) {
        for (int i = steps.size() - 1; i >= 0 && steps.get(i).tx().equals(log.txHash()); i--) {
            RecordedStep step = steps.get(i);
            if (step.pool().equals(pool)) {
                return step.event() instanceof Synced && step.swap().isEmpty() ? i : -1;
            }
        }
        return -1;
    }
}
