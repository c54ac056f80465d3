package io.ballast.think.strategy;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.Ceiling;
import io.ballast.think.action.Signal;
import io.ballast.think.action.SmaCross;
import io.ballast.think.action.WeightBound;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.rule.FullMoves;
import io.ballast.think.model.rule.RuleScorers;
import io.ballast.think.model.rule.TrackingRule;
import io.ballast.think.portfolio.Weights;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the trader's YAML describes, with symbols resolved to tokens and every default filled in.
 *
 * @param allocations one for each token of the universe, in its order; targets sum to 10000 bps
 * @param timeframe length of a bar and of the decision interval
 * @param band fixed half-width of the no-trade band; empty means derived from cost
 * @param steps shares of the way to a target that MOVE candidates go, ascending, greater than zero
 * @param minTrade smallest notional of a leg
 * @param maxSandwichLoss most that is left to a sandwich that pays, of a quote
 * @param deadline time from the pinned block within which a swap must be mined
 * @param cooldown time without a new decision to trade after one; zero is none
 */
public record Strategy(
        String name,
        Token cash,
        List<Allocation> allocations,
        Duration timeframe,
        Optional<Bps> band,
        List<Bps> steps,
        Usd minTrade,
        ScorerChoice scorer,
        Bps maxSlippage,
        Bps maxPriceImpact,
        Bps maxSandwichLoss,
        Duration deadline,
        Duration cooldown) {
    public Strategy {
        allocations = List.copyOf(allocations);
        steps = List.copyOf(steps);
        int sum = allocations.stream().mapToInt(a -> a.target().value()).sum();
        if (sum != 10_000) {
            throw new IllegalArgumentException("targets must sum to 100%, summed to " + sum / 100.0 + "%");
        }
    }

    /** The target weights. */
    public Weights targets() {
        return new Weights(
                allocations.stream().map(Allocation::token).toList(),
                allocations.stream().map(a -> a.target().fraction()).toList());
    }

    /**
     * What candidates must keep to.
     *
     * @param tip per unit of gas for the block's producer
     */
    public ActionRules actionRules(Wei tip) {
        return new ActionRules(
                allocations.stream()
                        .map(a -> new WeightBound(a.token(), a.min(), a.max()))
                        .toList(),
                steps,
                minTrade,
                maxPriceImpact,
                maxSlippage,
                tip,
                maxSandwichLoss,
                Ceiling.NONE);
    }

    /** The rule that the strategy names, with its no-trade band. */
    public TrackingRule rule() {
        return new TrackingRule(scorer.rule(), signal(), band);
    }

    /** The scorer that decides where no model does. */
    public ActionScorer decides() {
        return switch (scorer.moves()) {
            case BANDED -> rule();
            case FULL -> new FullMoves(scorer.rule(), signal());
        };
    }

    private Signal signal() {
        return scorer.means()
                .<Signal>map(means -> new SmaCross(means.fast(), means.slow()))
                .orElseGet(() -> RuleScorers.signal(scorer.rule()));
    }
}
