package io.ballast.agent;

import io.ballast.act.risk.Benefit;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Candidates.Dropped;
import io.ballast.think.model.Scores;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import io.ballast.think.strategy.Proposal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One decision at one block, with everything that led to it.
 *
 * @param id {@code d000014}, counted in the journal
 * @param seen the observation it is pinned to
 * @param current weights before
 * @param candidates HOLD first
 * @param dropped what could not be a candidate
 * @param rule scores of the rule; absent when the decision was to hold before anything was scored
 * @param model scores of the model; absent when none is configured or it was not asked
 * @param proposal the chosen candidate and a verdict for every one
 */
public record Decision(
        String id,
        Observation seen,
        Weights current,
        List<Candidate> candidates,
        List<Dropped> dropped,
        Optional<Scores> rule,
        Optional<Scores> model,
        Proposal proposal) {
    public Decision {
        candidates = List.copyOf(candidates);
        dropped = List.copyOf(dropped);
    }

    /** What the chosen candidate is expected to bring and cost; empty where nothing was scored. */
    public Optional<Benefit> benefit() {
        Usd cost = proposal.chosen().cost().total();
        Usd invested = Holdings.of(seen.account()).invested(seen.market());
        return model.or(() -> rule).map(scores -> {
            BigDecimal net = BigDecimal.valueOf(scores.edge(proposal.index())).movePointLeft(4);
            return new Benefit(Usd.of(invested.value().multiply(net)).plus(cost), cost);
        });
    }

    public boolean holds() {
        return proposal.chosen().isHold();
    }
}
