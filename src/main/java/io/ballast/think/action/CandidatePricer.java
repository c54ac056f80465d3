package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.GasPrice;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.MidLoss;
import io.ballast.think.portfolio.Valued;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.util.List;

/** Turns legs into candidates: what they cost together, where they lead, whether that is allowed. */
final class CandidatePricer {
    /** Of a candidate that a limit made smaller than its name says. */
    private static final String CUT = ", cut to the limit";

    private final MarketState market;
    private final Holdings holdings;
    private final ActionRules rules;
    private final LegPricer legs;
    private final GasPrice gas;
    private final Usd invested;
    private final Weights before;

    CandidatePricer(MarketState market, Valued held, ActionRules rules) {
        this.market = market;
        this.holdings = held.holdings();
        this.rules = rules;
        this.legs = new LegPricer(market, rules);
        this.gas = GasPrice.next(market, rules.tip());
        this.invested = held.invested();
        this.before = held.weights();
    }

    /** The cheaper of trading directly and by way of cash; of equals directly. */
    Priced cheapest(ActionKind kind, String label, String target, Shift shift) {
        Position start = Position.start(market, holdings);
        Priced direct = complete(kind, label, target, legs.direct(start, shift));
        if (!shift.isCross(market.universe().cash())) {
            return direct;
        }
        Priced viaCash = complete(kind, label, target, legs.viaCash(start, shift));
        return switch (viaCash) {
            case Priced.Dropped dropped -> direct;
            case Priced.Ready(Candidate cashed) ->
                direct instanceof Priced.Ready(Candidate straight)
                                && total(straight).compareTo(total(cashed)) <= 0
                        ? direct
                        : viaCash;
        };
    }

    /** Legs whose amounts were fixed earlier; bounds were checked then, and are not now. */
    Priced pinned(List<PinnedLeg> fixed) {
        Attempt attempt = new Attempt.Reached(Position.start(market, holdings));
        for (PinnedLeg leg : fixed) {
            attempt = attempt.then(position -> legs.swap(position, leg.amountIn(), leg.tokenOut()));
        }
        return switch (attempt) {
            case Attempt.Failed(DropReason reason, String detail) -> new Priced.Dropped(reason, detail);
            case Attempt.Reached(Position end) ->
                new Priced.Ready(candidate(ActionKind.PINNED, pinnedLabel(fixed), "", end));
        };
    }

    private static String pinnedLabel(List<PinnedLeg> fixed) {
        return String.join(
                ", ",
                fixed.stream().map(leg -> leg.amountIn() + "→" + leg.tokenOut()).toList());
    }

    private Priced complete(ActionKind kind, String label, String target, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Failed(DropReason reason, String detail) -> new Priced.Dropped(reason, detail);
            case Attempt.Reached(Position end) ->
                end.legs().isEmpty()
                        ? new Priced.Dropped(
                                DropReason.BELOW_MIN_TRADE, rules.minTrade().toString())
                        : withinBounds(candidate(kind, label, target, end));
        };
    }

    // Only what is traded can be moved out of its bounds: the others' weights shift a little because the cost is gone.
    private Priced withinBounds(Candidate candidate) {
        for (Leg leg : candidate.legs()) {
            for (Token token : List.of(leg.quote().in(), leg.quote().out())) {
                if (rules.bound(token)
                        .isBrokenBy(
                                before.share(token), candidate.weightsAfter().share(token))) {
                    return new Priced.Dropped(DropReason.WEIGHT_BOUNDS, token.symbol());
                }
            }
        }
        return new Priced.Ready(candidate);
    }

    private Candidate candidate(ActionKind kind, String label, String target, Position end) {
        return new Candidate(
                kind,
                end.cut() ? label + CUT : label,
                target,
                end.legs(),
                cost(end.legs()),
                end.holdings(),
                Weights.of(end.holdings(), market),
                notional(end.legs()).over(invested));
    }

    private ActionCost cost(List<Leg> traded) {
        long units = 0;
        int transactions = 0;
        Usd fee = Usd.ZERO;
        Usd impact = Usd.ZERO;
        Usd sandwich = Usd.ZERO;
        for (Leg leg : traded) {
            int approvals = market.universe().approvals(leg.quote());
            units += GasPrice.withApprovals(leg.quote(), approvals);
            transactions += 1 + approvals;
            fee = fee.plus(fee(leg));
            impact = impact.plus(impact(leg));
            sandwich = sandwich.plus(sandwich(leg));
        }
        return new ActionCost(fee, impact, gas.cost(units, transactions), sandwich);
    }

    private static Usd fee(Leg leg) {
        return Usd.of(leg.notional().value().multiply(leg.quote().feeShare()));
    }

    /** Against the mid prices before the first leg, so that what one leg moves is charged to the next one, too. */
    private Usd impact(Leg leg) {
        BigDecimal share =
                MidLoss.share(leg.quote(), market).subtract(leg.quote().feeShare());
        return Usd.of(leg.notional().value().multiply(share)).max(Usd.ZERO);
    }

    private Usd sandwich(Leg leg) {
        return leg.sandwich().loss().at(market.price(leg.quote().out()));
    }

    private static Usd notional(List<Leg> traded) {
        Usd sum = Usd.ZERO;
        for (Leg leg : traded) {
            sum = sum.plus(leg.notional());
        }
        return sum;
    }

    private static Usd total(Candidate candidate) {
        return candidate.cost().total();
    }
}
