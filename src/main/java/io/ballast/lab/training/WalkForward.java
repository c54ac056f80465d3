package io.ballast.lab.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Anchored walk-forward folds over bars: each trains on everything up to its validation span, which its test span follows. A horizon of
 * bars before a boundary is purged (its labels would look across) and one more is left out as an embargo.
 */
final class WalkForward {
    private static final double SPAN = 0.2;

    private WalkForward() {}

    /**
     * @param first bar with a decision
     * @param end bar after the last with a decision
     * @param horizon bars a label looks ahead
     * @return {@code folds} folds, the latest last; each test span is a fifth of the bars
     * @throws IllegalArgumentException if a span would be empty
     */
    static List<Fold> folds(int first, int end, int horizon, int folds) {
        int span = (int) (SPAN * (end - first));
        int gap = 2 * horizon;
        List<Fold> list = new ArrayList<>();
        for (int fold = folds; fold >= 1; fold--) {
            int test = end - fold * span;
            int validation = test - span;
            list.add(new Fold(
                    new Span(first, validation - gap), new Span(validation, test - gap), new Span(test, test + span)));
        }
        return list;
    }

    /** Bars from {@code from} up to, not including, {@code to}. */
    record Span(int from, int to) {
        Span {
            if (from >= to) {
                throw new IllegalArgumentException("too few bars for these folds");
            }
        }

        List<LabelledDecision> of(List<LabelledDecision> decisions) {
            return decisions.stream()
                    .filter(decision -> from <= decision.bar() && decision.bar() < to)
                    .toList();
        }
    }

    /** One training, what stops it, and what it is judged by. */
    record Fold(Span train, Span validation, Span test) {}
}
