package io.ballast.think.model;

import io.ballast.think.action.Candidate;
import io.ballast.think.action.Menu;
import java.util.List;
import java.util.Optional;

/** Scores the candidates of one decision in one call. Implementations are used by one thread at a time. */
public interface ActionScorer extends AutoCloseable {
    ScorerInfo info();

    /** What it chooses among when it decides alone. */
    default Menu menu() {
        return Menu.ALL;
    }

    /**
     * Why nothing can be better than to hold, if that is certain without a look at what could be done; empty if it is not. Whoever
     * prices and scores the candidates all the same comes to the same end.
     */
    default Optional<String> idle(DecisionContext context) {
        return Optional.empty();
    }

    /**
     * @param candidates HOLD first, at most 64
     * @return one row for each candidate, in order, all finite
     * @throws ScoringException when the scorer has doubts of its own: input out of range, output not finite, file changed;
     *     the caller holds and says why
     */
    Scores score(DecisionContext context, List<Candidate> candidates);

    @Override
    default void close() {}
}
