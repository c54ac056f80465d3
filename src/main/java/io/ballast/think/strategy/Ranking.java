package io.ballast.think.strategy;

import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Candidates in the light of one scorer.
 *
 * @param merit what is compared
 * @param doubt why an action may not be taken, empty if it may
 */
record Ranking(
        List<Candidate> candidates,
        Scores scores,
        ToDoubleFunction<ActionScore> merit,
        Function<ActionScore, Optional<String>> doubt) {
    private static final int HOLD = 0;

    Proposal proposal() {
        int best = best();
        List<CandidateVerdict> verdicts = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            verdicts.add(verdict(i, best));
        }
        return new Proposal(candidates.get(best), best, best == HOLD ? whyHold() : why(best), verdicts);
    }

    /** The first of those with the greatest merit among the undoubted; HOLD if there are none. */
    private int best() {
        int best = HOLD;
        for (int i = 1; i < candidates.size(); i++) {
            if (doubt(i).isEmpty() && (best == HOLD || merit(i) > merit(best))) {
                best = i;
            }
        }
        return best;
    }

    private CandidateVerdict verdict(int i, int best) {
        if (i == best) {
            return CandidateVerdict.CHOSEN;
        }
        Optional<String> objection = i == HOLD ? Optional.empty() : doubt(i);
        return new CandidateVerdict(false, objection.orElse("Lower score"));
    }

    private String why(int best) {
        return "Best of " + candidates.size() + " by " + scores.scorer() + ": +" + Doubt.bps(merit(best));
    }

    /** What is wrong with the best of the others. */
    private String whyHold() {
        if (candidates.size() == 1) {
            return "Nothing else can be traded";
        }
        int best = IntStream.range(1, candidates.size())
                .boxed()
                .max(Comparator.comparingDouble(this::merit))
                .orElseThrow();
        return candidates.get(best).label() + ": " + doubt(best).orElseThrow();
    }

    private double merit(int i) {
        return merit.applyAsDouble(scores.rows().get(i));
    }

    private Optional<String> doubt(int i) {
        return doubt.apply(scores.rows().get(i));
    }
}
