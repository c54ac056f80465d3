package io.ballast.think.model.rule;

import io.ballast.think.action.Candidate;
import io.ballast.think.action.Menu;
import io.ballast.think.action.Signal;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.ScorerInfo;
import io.ballast.think.model.Scores;
import io.ballast.think.model.ScoringException;
import io.ballast.think.portfolio.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes to the weights of a signal at every decision, whatever that costs: how the literature on portfolio selection trades. The
 * score is the share of the portfolio that comes nearer to its place. Thread-safe.
 *
 * @param name what the rule is called
 */
public record FullMoves(String name, Signal signal) implements ActionScorer {
    private static final double BPS = 10_000;
    private static final String IN_PLACE = "Every share is in its place";

    @Override
    public ScorerInfo info() {
        return new ScorerInfo(name, "", signal.bars());
    }

    @Override
    public Menu menu() {
        return Menu.only(signal);
    }

    /** Where no share lies elsewhere, none can come nearer to its place. */
    @Override
    public Optional<String> idle(DecisionContext context) {
        return context.window().bars() >= signal.bars()
                        && context.current().shares().equals(target(context).shares())
                ? Optional.of(IN_PLACE)
                : Optional.empty();
    }

    @Override
    public Scores score(DecisionContext context, List<Candidate> candidates) {
        if (context.window().bars() < signal.bars()) {
            throw new ScoringException(name + " needs " + signal.bars() + " closed bars, has "
                    + context.window().bars());
        }
        if (candidates.size() == 1) {
            return new Scores(name, "", List.of(ActionScore.certain(0)));
        }
        Weights target = target(context);
        double before = distance(context.current(), target);
        List<ActionScore> scores = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            scores.add(ActionScore.certain(
                    candidate.isHold() ? 0 : BPS * (before - distance(candidate.weightsAfter(), target))));
        }
        return new Scores(name, "", scores);
    }

    private Weights target(DecisionContext context) {
        return signal.weights(
                context.target(), context.window(), context.market().universe().cash());
    }

    /** Share that lies elsewhere. */
    private static double distance(Weights weights, Weights target) {
        double sum = 0;
        for (int i = 0; i < weights.shares().size(); i++) {
            sum += weights.shares()
                    .get(i)
                    .subtract(target.shares().get(i))
                    .abs()
                    .doubleValue();
        }
        return sum / 2;
    }
}
