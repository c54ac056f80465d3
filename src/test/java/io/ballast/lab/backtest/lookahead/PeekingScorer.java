package io.ballast.lab.backtest.lookahead;

import io.ballast.base.units.Token;
import io.ballast.lab.backtest.engine.BarTable;
import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.ScorerInfo;
import io.ballast.think.model.Scores;
import java.time.Instant;
import java.util.List;

/** Scores each candidate by what a later bar does to it: the cheat that an analysis has to find. */
record PeekingScorer(BarTable table, int ahead) implements ActionScorer {
    @Override
    public ScorerInfo info() {
        return new ScorerInfo("peeking", "", 1);
    }

    @Override
    public Scores score(DecisionContext context, List<Candidate> candidates) {
        int row = row(context.market().block().timestamp());
        double hold = growth(candidates.getFirst(), row);
        return new Scores(
                "peeking",
                "",
                candidates.stream()
                        .map(candidate -> ActionScore.certain(1e4 * (growth(candidate, row) - hold)))
                        .toList());
    }

    private int row(Instant time) {
        int row = 0;
        while (table.close(row).isBefore(time)) {
            row++;
        }
        return row;
    }

    private double growth(Candidate candidate, int row) {
        int later = Math.min(row + ahead, table.rows() - 1);
        double growth = 0;
        for (int i = 0; i < table.tokens().size(); i++) {
            Token token = table.tokens().get(i);
            growth += candidate.weightsAfter().share(token).doubleValue()
                    * (table.closes()[i][later] / table.closes()[i][row] - 1);
        }
        return growth;
    }
}
