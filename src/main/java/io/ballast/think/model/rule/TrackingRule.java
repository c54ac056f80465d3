package io.ballast.think.model.rule;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Signal;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.ScorerInfo;
import io.ballast.think.model.Scores;
import io.ballast.think.model.ScoringException;
import io.ballast.think.portfolio.Bands;
import io.ballast.think.portfolio.Weights;
import java.util.List;
import java.util.Optional;

/**
 * Follows the weights of a signal, with a no-trade band around them; the score is {@link TrackingScore}'s. Thread-safe.
 *
 * @param name what the rule is called: {@code band}, {@code momentum}
 * @param band fixed half-width; empty derives it from cost
 */
public record TrackingRule(String name, Signal signal, Optional<Bps> band) implements ActionScorer {
    @Override
    public ScorerInfo info() {
        return new ScorerInfo(name, "", signal.bars());
    }

    /** Inside of all bands no edge is above zero. */
    @Override
    public Optional<String> idle(DecisionContext context) {
        return context.window().bars() >= signal.bars() && tracking(context).isInside()
                ? Optional.of("Inside the no-trade band")
                : Optional.empty();
    }

    @Override
    public Scores score(DecisionContext context, List<Candidate> candidates) {
        TrackingScore score = tracking(context);
        return new Scores(
                name,
                "",
                candidates.stream()
                        .map(candidate -> ActionScore.certain(score.edge(candidate)))
                        .toList());
    }

    /** The bands that this rule would use now, around the weights that it would hold. */
    public Bands bands(DecisionContext context) {
        return tracking(context).bands();
    }

    private TrackingScore tracking(DecisionContext context) {
        if (context.window().bars() < signal.bars()) {
            throw new ScoringException(name + " needs " + signal.bars() + " closed bars, has "
                    + context.window().bars());
        }
        Weights target = signal.weights(
                context.target(), context.window(), context.market().universe().cash());
        Usd invested = context.holdings().invested(context.market());
        return new TrackingScore(
                Bands.of(context.market(), invested, target, band), target, context.current(), invested);
    }
}
