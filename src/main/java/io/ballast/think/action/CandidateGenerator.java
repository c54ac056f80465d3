package io.ballast.think.action;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.Shift.Trade;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Valued;
import io.ballast.think.portfolio.Weights;
import java.util.List;
import java.util.Locale;

/**
 * Lists what could be done now, each priced to the unit: HOLD, moves toward targets, and shifts from one token to another.
 * Pure and thread-safe; the same input gives the same list.
 */
public final class CandidateGenerator {
    /** Most pairs of tokens that are shifted; each gives a candidate for every step. */
    private static final int MOST_PAIRS = 6;

    /**
     * All candidates of a decision.
     *
     * <p>A move goes a step of the way from the current weights to a target's, clipped to the bounds. A shift goes a step of
     * the smaller of one token's surplus and another's lack against the first target, or all of it to or from cash. Either
     * becomes the cheaper of two plans: surplus straight into lack, or sales into cash and purchases from it. Amounts are
     * rounded down to token units; legs under the minimum trade are left out.
     *
     * @param targets the strategy's own first; may be empty
     * @throws ArithmeticException if nothing is invested
     */
    public Candidates generate(MarketState market, Holdings holdings, List<NamedTarget> targets, ActionRules rules) {
        return generate(market, Valued.of(holdings, market), targets, rules, true);
    }

    /**
     * The same, without shifts where nobody asks for them.
     *
     * @param held what is held, valued in this market
     * @param shifts whether single pairs are tried
     */
    public Candidates generate(
            MarketState market, Valued held, List<NamedTarget> targets, ActionRules rules, boolean shifts) {
        CandidatePricer pricer = new CandidatePricer(market, held, rules);
        CandidateList list = new CandidateList(Candidate.hold(held));
        for (NamedTarget target : targets) {
            Weights reachable = rules.clip(target.weights(), market.universe().cash());
            Gaps gaps = Gaps.between(held, reachable);
            for (Bps step : rules.steps()) {
                String label = step.percent() + " to " + target.name();
                list.add(label, pricer.cheapest(ActionKind.MOVE, label, target.name(), gaps.step(step)));
            }
        }
        if (shifts && !targets.isEmpty()) {
            NamedTarget own = targets.getFirst();
            Gaps gaps = Gaps.between(held, own.weights());
            gaps.pairs(market.universe().cash()).stream()
                    .limit(MOST_PAIRS)
                    .forEach(pair -> addShifts(list, pricer, own.name(), pair, rules.steps()));
        }
        return list.done();
    }

    /**
     * HOLD and, if it can still be traded, the legs that an earlier decision fixed, priced on this market. Bounds and the
     * minimum trade were checked then: one leg alone may pass through weights that the whole does not.
     */
    public Candidates pinned(MarketState market, Holdings holdings, List<PinnedLeg> legs, ActionRules rules) {
        return pinned(market, Valued.of(holdings, market), legs, rules);
    }

    /** The same of holdings that are valued in this market. */
    public Candidates pinned(MarketState market, Valued held, List<PinnedLeg> legs, ActionRules rules) {
        CandidatePricer pricer = new CandidatePricer(market, held, rules);
        CandidateList list = new CandidateList(Candidate.hold(held));
        list.add(ActionKind.PINNED.name(), pricer.pinned(legs));
        return list.done();
    }

    private static void addShifts(
            CandidateList list, CandidatePricer pricer, String target, Trade pair, List<Bps> steps) {
        for (Bps step : steps) {
            Usd value = step.of(pair.value());
            String label = String.format(Locale.ROOT, "%s→%s %,.0f USD", pair.from(), pair.to(), value.value());
            Shift shift = Shift.pair(pair.from(), pair.to(), value);
            list.add(label, pricer.cheapest(ActionKind.SHIFT, label, target, shift));
        }
    }
}
