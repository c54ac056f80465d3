package io.ballast.lab.backtest.lookahead;

import io.ballast.agent.CycleOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Runs a strategy, changes what comes after a number of moments, and requires that every decision up to each of them stays what it
 * was: action, amounts, scores and reason. What fills the last decision's orders is later than the cut, and is not compared. Used by
 * one thread.
 *
 * @param seed of the choice of moments
 */
public record LookaheadAnalysis(Reruns runs, long seed) {

    /** What the decisions of the run as it was were, and when. */
    private record Known(long[] prints, Instant[] times, BitSet traded) {
        static Known of(Reruns runs) {
            int decisions = runs.decisions();
            Known known = new Known(new long[decisions], new Instant[decisions], new BitSet());
            try (Reruns.Run run = runs.asItWas()) {
                run.watch(decisions - 1, known::note);
            }
            return known;
        }

        private void note(CycleOutcome outcome, int at) {
            prints[at] = Choice.of(outcome).print();
            times[at] = Inputs.seen(outcome).market().block().timestamp();
            traded.set(
                    at, outcome.decision().filter(decision -> !decision.holds()).isPresent());
        }

        boolean differs(CycleOutcome outcome, int at) {
            return Choice.of(outcome).print() != prints[at];
        }
    }

    /**
     * Tries so many cuts, fewer if there are not as many decisions.
     *
     * @param progress told how many cuts are done
     * @throws IllegalArgumentException if nothing comes after the first decision
     */
    public LookaheadResult of(int cuts, IntConsumer progress) {
        if (runs.decisions() < 1) {
            throw new IllegalArgumentException("one bar has no future");
        }
        Known known = Known.of(runs);
        List<Cut> done = new ArrayList<>();
        for (int cut : new CutRows(0, runs.decisions() - 1, known.traded(), seed).choose(cuts)) {
            for (Future future : Future.values()) {
                done.add(compared(known, cut, future));
            }
            progress.accept(done.size() / Future.values().length);
        }
        return new LookaheadResult(runs.decisions(), done);
    }

    private Cut compared(Known known, int cut, Future future) {
        BitSet moved = new BitSet();
        try (Reruns.Run run = runs.with(future, cut, known.times()[cut])) {
            run.watch(cut, (outcome, at) -> moved.set(at, known.differs(outcome, at)));
        }
        int first = moved.nextSetBit(0);
        Optional<Moved> difference = first < 0 ? Optional.empty() : Optional.of(difference(known, first, cut, future));
        return new Cut(known.times()[cut], future, cut + 1, difference);
    }

    /** Both runs once more, up to the decision that moved: only now anybody wants to know all about it. */
    private Moved difference(Known known, int moved, int cut, Future future) {
        Instant end = known.times()[cut];
        Seen before = Seen.of(runs.asItWas(), moved);
        Seen changed = Seen.of(runs.with(future, cut, end), moved);
        return new Moved(
                known.times()[moved],
                end,
                future,
                before.choice,
                changed.choice,
                before.inputs.differing(changed.inputs));
    }

    private record Seen(Choice choice, Inputs inputs) {
        static Seen of(Reruns.Run fresh, int decision) {
            List<CycleOutcome> last = new ArrayList<>();
            try (Reruns.Run run = fresh) {
                run.watch(decision, (outcome, at) -> {
                    if (at == decision) {
                        last.add(outcome);
                    }
                });
                return new Seen(Choice.of(last.getFirst()), Inputs.of(last.getFirst(), run.window()));
            }
        }
    }
}
