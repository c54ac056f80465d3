package io.ballast.agent;

import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.CandidateGenerator;
import io.ballast.think.action.Candidates;
import io.ballast.think.action.Ceiling;
import io.ballast.think.action.Leg;
import io.ballast.think.action.Menu;
import io.ballast.think.action.NamedTarget;
import io.ballast.think.action.PinnedLeg;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.Scores;
import io.ballast.think.model.ScoringException;
import io.ballast.think.portfolio.Drawdown;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.UnitAccount;
import io.ballast.think.portfolio.Valued;
import io.ballast.think.portfolio.Weights;
import io.ballast.think.strategy.Policy;
import io.ballast.think.strategy.PolicyThresholds;
import io.ballast.think.strategy.Proposal;
import io.ballast.think.strategy.ScorerChoice.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From an observation to a proposal: candidates, scores, policy. No effects beside the scorers' own; the same input gives the
 * same decision. Used by one thread.
 */
public final class Decider {
    private final CandidateGenerator generator = new CandidateGenerator();
    private final Policy policy = new Policy();
    private final Weights target;
    private final ActionRules rules;
    private final ActionScorer rule;
    private final Optional<ActionScorer> model;
    private final Role role;
    private final PolicyThresholds thresholds;
    private final Menu menu;
    private final boolean brief;
    private final WayOut wayOut;
    private final Supplier<UnitAccount> units;

    /**
     * @param target the strategy's own weights
     * @param role of the model; of no effect without one
     * @param units outstanding now: the drawdown is that of one unit
     */
    public Decider(
            Weights target,
            ActionRules rules,
            ActionScorer rule,
            Optional<ActionScorer> model,
            Role role,
            PolicyThresholds thresholds,
            Supplier<UnitAccount> units) {
        this(target, rules, rule, model, role, thresholds, units, false);
    }

    /** @param brief whether nothing is priced where the rule is sure to hold; the decisions are the same */
    public Decider(
            Weights target,
            ActionRules rules,
            ActionScorer rule,
            Optional<ActionScorer> model,
            Role role,
            PolicyThresholds thresholds,
            Supplier<UnitAccount> units,
            boolean brief) {
        this.target = target;
        this.rules = rules;
        this.rule = rule;
        this.model = model;
        this.role = role;
        this.thresholds = thresholds;
        // A model compares whatever there is.
        this.menu = model.isPresent() ? Menu.ALL : rule.menu();
        this.wayOut = new WayOut(rules);
        this.units = units;
        this.brief = brief && model.isEmpty();
    }

    /**
     * Decides among everything that could be done; while a limit demands an exit to cash, what sells the most.
     *
     * @param ceiling what the limits leave; asked only where something may be traded
     */
    public Decision decide(String id, Observation seen, PriceWindow window, RiskState risk, Supplier<Ceiling> ceiling) {
        if (risk.watch().exiting()) {
            return wayOut.decide(id, seen, risk, ceiling.get());
        }
        MarketState market = seen.market();
        Valued held = Valued.of(Holdings.of(seen.account()), market);
        DecisionContext context = context(held, seen, window, risk);
        Optional<String> idle = brief ? rule.idle(context) : Optional.empty();
        if (idle.isPresent()) {
            return idle(id, seen, held, idle.get());
        }
        List<NamedTarget> targets =
                menu.targets(target, window, market.universe().cash());
        Candidates candidates = generator.generate(market, held, targets, rules.under(ceiling.get()), menu.shifts());
        return choose(id, seen, context, candidates);
    }

    /**
     * Decides again between holding and the legs that are left of an earlier decision, as they are priced now.
     *
     * @param legs with the amounts in as they were decided
     */
    public Decision confirm(Decision earlier, List<Leg> legs, Observation seen, PriceWindow window, RiskState risk) {
        List<PinnedLeg> pinned = legs.stream().map(PinnedLeg::of).toList();
        Valued held = Valued.of(Holdings.of(seen.account()), seen.market());
        Candidates candidates = generator.pinned(seen.market(), held, pinned, rules);
        if (risk.watch().exiting()) {
            return WayOut.most(earlier.id(), seen, risk, candidates);
        }
        return choose(earlier.id(), seen, context(held, seen, window, risk), candidates);
    }

    /** Whether an exit to cash has nothing more to sell. */
    public boolean isOut(Observation seen) {
        return wayOut.done(seen);
    }

    private Decision idle(String id, Observation seen, Valued held, String reason) {
        List<Candidate> hold = List.of(Candidate.hold(held));
        Proposal proposal = policy.hold(hold, reason);
        return new Decision(id, seen, held.weights(), hold, List.of(), Optional.empty(), Optional.empty(), proposal);
    }

    private DecisionContext context(Valued held, Observation seen, PriceWindow window, RiskState risk) {
        Usd nav = held.invested().plus(held.holdings().coinValue(seen.market()));
        double drawdown =
                new Drawdown(risk.highWaterMark()).at(units.get().perUnit(nav)).doubleValue();
        return new DecisionContext(seen.market(), held.holdings(), held.weights(), target, window, drawdown);
    }

    private Decision choose(String id, Observation seen, DecisionContext context, Candidates all) {
        List<Candidate> candidates = all.list();
        Weights current = context.current();
        try {
            Scores byRule = rule.score(context, candidates);
            Optional<Scores> byModel = model.map(scorer -> scorer.score(context, candidates));
            Proposal proposal = policy.decide(candidates, byRule, byModel, role, thresholds);
            return new Decision(id, seen, current, candidates, all.dropped(), Optional.of(byRule), byModel, proposal);
        } catch (ScoringException e) {
            Proposal hold = policy.hold(candidates, "Doubt: " + e.getMessage());
            return new Decision(id, seen, current, candidates, all.dropped(), Optional.empty(), Optional.empty(), hold);
        }
    }
}
