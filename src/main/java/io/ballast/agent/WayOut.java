package io.ballast.agent;

import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.CandidateGenerator;
import io.ballast.think.action.Candidates;
import io.ballast.think.action.Ceiling;
import io.ballast.think.action.NamedTarget;
import io.ballast.think.action.WeightBound;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import io.ballast.think.strategy.CandidateVerdict;
import io.ballast.think.strategy.Proposal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides while a loss limit demands that everything be sold for cash: no scorer is asked and no bound of weight counts, only
 * size, impact and slippage still do. Pure and thread-safe.
 */
final class WayOut {
    private static final List<Bps> STEPS = List.of(new Bps(2_500), new Bps(5_000), new Bps(7_500), Bps.WHOLE);
    private final CandidateGenerator generator = new CandidateGenerator();
    private final ActionRules rules;

    WayOut(ActionRules rules) {
        List<WeightBound> free = rules.bounds().stream()
                .map(bound -> new WeightBound(bound.token(), Bps.ZERO, Bps.WHOLE))
                .toList();
        this.rules = new ActionRules(
                free,
                STEPS,
                rules.minTrade(),
                rules.maxPriceImpact(),
                rules.maxSlippage(),
                rules.tip(),
                rules.maxSandwichLoss(),
                rules.ceiling());
    }

    /** Sells as much as can be sold now; holds if that is nothing. */
    Decision decide(String id, Observation seen, RiskState risk, Ceiling ceiling) {
        Token cash = seen.market().universe().cash();
        List<Token> tokens = seen.market().universe().tokens();
        double[] parts =
                tokens.stream().mapToDouble(token -> token.equals(cash) ? 1 : 0).toArray();
        NamedTarget target = new NamedTarget("cash", Weights.inProportion(tokens, parts));
        Candidates found =
                generator.generate(seen.market(), Holdings.of(seen.account()), List.of(target), rules.under(ceiling));
        return most(id, seen, risk, found);
    }

    /** The candidate that sells the most. */
    static Decision most(String id, Observation seen, RiskState risk, Candidates found) {
        List<Candidate> candidates = found.list();
        int chosen = IntStream.range(0, candidates.size())
                .boxed()
                .max(Comparator.comparing((Integer i) -> candidates.get(i).turnover())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        String reason = "exit to cash, " + risk.reason();
        List<CandidateVerdict> verdicts = IntStream.range(0, candidates.size())
                .mapToObj(i -> i == chosen ? CandidateVerdict.CHOSEN : new CandidateVerdict(false, "sells less"))
                .toList();
        return new Decision(
                id,
                seen,
                Weights.of(Holdings.of(seen.account()), seen.market()),
                candidates,
                found.dropped(),
                Optional.empty(),
                Optional.empty(),
                new Proposal(candidates.get(chosen), chosen, reason, verdicts));
    }

    /** Whether nothing but cash is left that would be worth a trade. */
    boolean done(Observation seen) {
        MarketState market = seen.market();
        return Holdings.of(seen.account()).tokens().stream()
                .filter(amount -> !amount.token().equals(market.universe().cash()))
                .allMatch(amount -> isDust(amount, market));
    }

    private boolean isDust(TokenAmount amount, MarketState market) {
        return amount.at(market.price(amount.token())).compareTo(rules.minTrade()) < 0;
    }
}
