package io.ballast.lab.backtest.lookahead;

import io.ballast.agent.CycleOutcome;
import io.ballast.think.feature.PriceWindow;
import java.time.Instant;
import java.util.function.ObjIntConsumer;

/** A strategy over one history as often as wanted, as it was or with another future. For one thread. */
public interface Reruns {
    /** Decisions that something comes after, numbered from 0. */
    int decisions();

    /** Over the history as it was. */
    Run asItWas();

    /**
     * Over the same history up to a decision.
     *
     * @param last number of the last decision that knows nothing of what is changed
     * @param seen time of the newest block that it saw
     */
    Run with(Future future, int last, Instant seen);

    /** One run, used once. */
    interface Run extends AutoCloseable {
        /** Runs it up to a decision and tells of each. */
        void watch(int last, ObjIntConsumer<CycleOutcome> watcher);

        /** The closed bars that the last decision saw. */
        PriceWindow window();

        @Override
        void close();
    }
}
