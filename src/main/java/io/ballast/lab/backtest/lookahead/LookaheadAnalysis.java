package io.ballast.lab.backtest.lookahead;

import io.ballast.agent.CycleOutcome;
import io.ballast.lab.backtest.engine.Backtest;
import io.ballast.lab.backtest.engine.BarTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Runs a strategy, changes the bars after a number of moments, and requires that every decision up to each of them stays what it was:
 * action, amounts, scores and reason. What fills the last decision's orders is later than the cut, and is not compared. Used by one
 * thread.
 */
public final class LookaheadAnalysis {
    private final Function<BarTable, Backtest> runs;
    private final Function<Instant, BarTable> history;
    private final long seed;

    /**
     * @param runs a fresh run of the strategy over bars
     * @param history as it is known if it ends before a moment
     * @param seed of the cuts and of the bars that nobody can have known
     */
    public LookaheadAnalysis(Function<BarTable, Backtest> runs, Function<Instant, BarTable> history, long seed) {
        this.runs = runs;
        this.history = history;
        this.seed = seed;
    }

    /**
     * Tries so many cuts, fewer if there are not as many bars.
     *
     * @param table as it is
     * @param progress told how many cuts are done
     * @throws IllegalArgumentException if nothing comes after the first decision
     */
    public LookaheadResult of(BarTable table, int cuts, IntConsumer progress) {
        int last = table.rows() - 2;
        if (last < table.first()) {
            throw new IllegalArgumentException("one bar has no future");
        }
        long[] prints = new long[table.rows()];
        BitSet traded = new BitSet();
        runs.apply(table).watch(last, (outcome, row) -> {
            prints[row] = Choice.of(outcome).print();
            traded.set(row, outcome.decision().filter(d -> !d.holds()).isPresent());
        });
        OtherBars others = new OtherBars(table, seed);
        List<Cut> done = new ArrayList<>();
        for (int cut : new CutRows(table.first(), last, traded, seed).choose(cuts)) {
            done.add(compared(table, cut, Future.OTHER, others.after(cut), prints));
            Instant end = Instant.ofEpochMilli(table.starts()[cut + 1]);
            done.add(compared(table, cut, Future.NONE, history.apply(end), prints));
            progress.accept(done.size() / 2);
        }
        return new LookaheadResult(last - table.first() + 1, done);
    }

    private Cut compared(BarTable table, int cut, Future future, BarTable other, long[] prints) {
        int ahead = other.first() - table.first();
        BitSet moved = new BitSet();
        runs.apply(other).watch(cut + ahead, (outcome, row) -> {
            moved.set(row - ahead, Choice.of(outcome).print() != prints[row - ahead]);
        });
        int first = moved.nextSetBit(0);
        Optional<Moved> difference = first < 0
                ? Optional.empty()
                : Optional.of(difference(table, other, first, ahead, table.close(cut), future));
        return new Cut(table.close(cut), future, cut - table.first() + 1, difference);
    }

    /** Both runs once more, up to the decision that moved: only now anybody wants to know all about it. */
    private Moved difference(BarTable table, BarTable other, int row, int ahead, Instant cut, Future future) {
        Seen known = seen(table, row);
        Seen changed = seen(other, row + ahead);
        return new Moved(
                table.close(row), cut, future, known.choice, changed.choice, known.inputs.differing(changed.inputs));
    }

    private record Seen(Choice choice, Inputs inputs) {}

    private Seen seen(BarTable table, int row) {
        Backtest run = runs.apply(table);
        List<CycleOutcome> last = new ArrayList<>();
        run.watch(row, (outcome, at) -> {
            if (at == row) {
                last.add(outcome);
            }
        });
        return new Seen(Choice.of(last.getFirst()), Inputs.of(last.getFirst(), run.window()));
    }
}
