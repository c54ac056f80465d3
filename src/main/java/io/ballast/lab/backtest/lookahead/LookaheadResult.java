package io.ballast.lab.backtest.lookahead;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an analysis found.
 *
 * @param decisions of the run over the history as it is
 * @param cuts in order of time, each with both futures
 */
public record LookaheadResult(int decisions, List<Cut> cuts) {
    public LookaheadResult {
        cuts = List.copyOf(cuts);
    }

    public boolean held() {
        return cuts.stream().allMatch(Cut::held);
    }

    /** The earliest decision that moved. */
    public Optional<Moved> first() {
        return cuts.stream().flatMap(cut -> cut.moved().stream()).min(Comparator.comparing(Moved::time));
    }
}
