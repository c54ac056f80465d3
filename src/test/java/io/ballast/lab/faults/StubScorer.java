package io.ballast.lab.faults;

import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.ScorerInfo;
import io.ballast.think.model.Scores;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A model that answers what a case wants it to. */
final class StubScorer implements ActionScorer {
    private final Function<List<Candidate>, Scores> answer;
    private int asked;

    StubScorer(Function<List<Candidate>, Scores> answer) {
        this.answer = answer;
    }

    /** Certain of one of the candidates. */
    static Scores favour(List<Candidate> candidates, int favourite) {
        List<ActionScore> rows = IntStream.range(0, candidates.size())
                .mapToObj(i -> ActionScore.certain(i == favourite && i > 0 ? 500 : 0))
                .toList();
        return new Scores("stub", "ab".repeat(32), rows);
    }

    int asked() {
        return asked;
    }

    @Override
    public ScorerInfo info() {
        return new ScorerInfo("stub", "ab".repeat(32), 2);
    }

    @Override
    public Scores score(DecisionContext context, List<Candidate> candidates) {
        asked++;
        return answer.apply(candidates);
    }
}
