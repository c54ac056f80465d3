package io.ballast.lab.backtest.lookahead;

import io.ballast.agent.CycleOutcome;
import io.ballast.lab.backtest.replay.EventBacktest;
import io.ballast.lab.backtest.replay.Recording;
import io.ballast.think.feature.PriceWindow;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/**
 * Runs over recorded events.
 *
 * @param recording as it is
 * @param runs a fresh run of the strategy over a recording
 * @param decisions of such a run
 * @param seed of the events that nobody can have known
 */
public record EventReruns(Recording recording, Function<Recording, EventBacktest> runs, int decisions, long seed)
        implements Reruns {
    @Override
    public Run asItWas() {
        return new Over(runs.apply(recording));
    }

    @Override
    public Run with(Future future, int last, Instant seen) {
        return new Over(runs.apply(
                switch (future) {
                    case OTHER -> recording.otherwiseAfter(seen, seed + last);
                    case NONE -> recording.quietAfter(seen);
                }));
    }

    private record Over(EventBacktest run) implements Run {
        @Override
        public void watch(int last, ObjIntConsumer<CycleOutcome> watcher) {
            run.watch(last, watcher);
        }

        @Override
        public PriceWindow window() {
            return run.window();
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
