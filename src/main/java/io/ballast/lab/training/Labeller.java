package io.ballast.lab.training;

import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.CandidateGenerator;
import io.ballast.think.action.Signal;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.FeatureRows;
import io.ballast.think.model.Scores;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.util.List;

/**
 * Makes a labelled decision of a bar and a portfolio. The label of a candidate is exact: its swaps are executed on the next block's
 * pools, what it then holds is valued at feed prices a horizon later, and gas is taken off.
 *
 * @param own the strategy's target weights
 * @param baseline scores for the policy to compare with, the no-trade band
 */
public record Labeller(ActionRules rules, Weights own, ActionScorer baseline) {
    private static final double PERCENT = 100;

    /** Whole of the decision: bar and portfolio now, market a horizon later. */
    LabelledDecision label(int history, int index, Bar bar, PriceWindow window, Holdings holdings, MarketState later) {
        MarketState market = bar.decided();
        List<Candidate> candidates = new CandidateGenerator()
                .generate(
                        market,
                        holdings,
                        Signal.targets(own, window, market.universe().cash()),
                        rules)
                .list();
        DecisionContext context = new DecisionContext(market, holdings, Weights.of(holdings, market), own, window);
        Usd invested = holdings.invested(market);
        float[] utility = new float[candidates.size()];
        float[] cost = new float[candidates.size()];
        Fills fills = new Fills(rules.maxSlippage());
        for (int i = 0; i < utility.length; i++) {
            Candidate candidate = candidates.get(i);
            Usd end = fills.fill(candidate, holdings, bar.filled())
                    .invested(later)
                    .minus(candidate.cost().gas());
            utility[i] = (float) (PERCENT * StrictMath.log(end.over(invested).doubleValue()));
            cost[i] = (float) (PERCENT * candidate.cost().total().over(invested).doubleValue());
        }
        float[][] rows = FeatureRows.of(context, candidates);
        return new LabelledDecision(history, index, rows, utility, cost, best(baseline.score(context, candidates)));
    }

    /** The candidate with the highest edge above zero, else HOLD. */
    private static int best(Scores scores) {
        int best = 0;
        for (int i = 1; i < scores.rows().size(); i++) {
            if (scores.edge(i) > Math.max(0, scores.edge(best))) {
                best = i;
            }
        }
        return best;
    }
}
