package io.ballast.lab.backtest.lookahead;

import io.ballast.agent.CycleOutcome;
import io.ballast.lab.backtest.engine.Backtest;
import io.ballast.lab.backtest.engine.BarTable;
import io.ballast.think.feature.PriceWindow;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/**
 * Runs over bars.
 *
 * @param table as it is
 * @param runs a fresh run of the strategy over bars
 * @param history as it is known if it ends before a moment
 * @param seed of the bars that nobody can have known
 */
public record BarReruns(
        BarTable table, Function<BarTable, Backtest> runs, Function<Instant, BarTable> history, long seed)
        implements Reruns {
    @Override
    public int decisions() {
        return table.rows() - 1 - table.first();
    }

    @Override
    public Run asItWas() {
        return over(table);
    }

    @Override
    public Run with(Future future, int last, Instant seen) {
        int cut = table.first() + last;
        return over(
                switch (future) {
                    case OTHER -> new OtherBars(table, seed).after(cut);
                    case NONE -> history.apply(Instant.ofEpochMilli(table.starts()[cut + 1]));
                });
    }

    private Run over(BarTable bars) {
        return new Over(runs.apply(bars), bars.first());
    }

    private record Over(Backtest run, int first) implements Run {
        @Override
        public void watch(int last, ObjIntConsumer<CycleOutcome> watcher) {
            run.watch(first + last, (outcome, row) -> watcher.accept(outcome, row - first));
        }

        @Override
        public PriceWindow window() {
            return run.window();
        }

        @Override
        public void close() {}
    }
}
