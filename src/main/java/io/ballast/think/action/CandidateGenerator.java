package io.ballast.think.action;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * the smaller of one token's surplus and another's lack against the first target. Either becomes the cheaper of two
     * plans: surplus straight into lack, or sales into cash and purchases from it. Amounts are rounded down to token units;
     * legs under the minimum trade are left out.
     *
     * @param targets the strategy's own first; may be empty
     */
    public Candidates generate(
            MarketState market, Holdings holdings, List<NamedTarget> targets, ActionRules rules) {
        Usd invested = holdings.invested(market);
        if (!invested.isPositive()) {
            throw new IllegalArgumentException("nothing is invested");
        }
        CandidatePricer pricer = new CandidatePricer(market, holdings, rules);
        CandidateList list = new CandidateList(pricer.hold());
        for (NamedTarget target : targets) {
            Map<Token, Usd> gaps = gaps(market, holdings, invested, clipped(target.weights(), market, rules));
            for (Bps step : rules.steps()) {
                String label = step.percent() + " to " + target.name();
                Shift shift = new Shift(scaled(gaps, step));
                list.add(label, pricer.cheapest(ActionKind.MOVE, label, target.name(), shift));
            }
        }
        targets.stream().findFirst().ifPresent(own -> shifts(own, market, holdings, rules, pricer, list));
        return list.done();
    }

    /** HOLD and, if it can still be traded, the legs that an earlier decision fixed, priced on this market. */
    public Candidates pinned(MarketState market, Holdings holdings, List<PinnedLeg> legs, ActionRules rules) {
        CandidatePricer pricer = new CandidatePricer(market, holdings, rules);
        CandidateList list = new CandidateList(pricer.hold());
        list.add("PINNED", pricer.pinned(legs));
        return list.done();
    }

    private static void shifts(
            NamedTarget own,
            MarketState market,
            Holdings holdings,
            ActionRules rules,
            CandidatePricer pricer,
            CandidateList list) {
        Map<Token, Usd> gaps = gaps(market, holdings, holdings.invested(market), own.weights());
        for (Shift.Trade pair : pairs(gaps, market.universe().cash())) {
            for (Bps step : rules.steps()) {
                Usd value = step.of(pair.value());
                String label = pair.from() + "→" + pair.to() + " " + String.format("%,.0f USD", value.value());
                Shift shift = Shift.pair(pair.from(), pair.to(), value);
                list.add(label, pricer.cheapest(ActionKind.SHIFT, label, own.name(), shift));
            }
        }
    }

    /**
     * The pairs of a surplus and a lack with the largest value in common; a token's surplus may always go into cash and its
     * lack be filled from it.
     */
    private static List<Shift.Trade> pairs(Map<Token, Usd> gaps, Token cash) {
        Shift all = new Shift(gaps);
        List<Shift.Trade> sales = all.sales(cash);
        List<Shift.Trade> purchases = all.purchases(cash);
        java.util.stream.Stream<Shift.Trade> common = sales.stream().flatMap(sale -> purchases.stream()
                .map(purchase -> new Shift.Trade(
                        sale.from(), purchase.to(), smaller(sale.value(), purchase.value()))));
        java.util.stream.Stream<Shift.Trade> withCash =
                java.util.stream.Stream.concat(sales.stream(), purchases.stream());
        return java.util.stream.Stream.concat(withCash, common)
                .filter(trade -> !trade.from().equals(trade.to()))
                .sorted(Comparator.comparing(Shift.Trade::value).reversed())
                .limit(MOST_PAIRS)
                .toList();
    }

    private static Usd smaller(Usd a, Usd b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Value to buy of each token, negative to sell, for the weights to be the target's. */
    private static Map<Token, Usd> gaps(MarketState market, Holdings holdings, Usd invested, Weights target) {
        Map<Token, Usd> gaps = new HashMap<>();
        for (Token token : target.tokens()) {
            Usd due = Usd.of(invested.value().multiply(target.share(token)));
            gaps.put(token, due.minus(holdings.amount(token).at(market.price(token))));
        }
        return gaps;
    }

    private static Map<Token, Usd> scaled(Map<Token, Usd> gaps, Bps step) {
        Map<Token, Usd> scaled = new HashMap<>();
        gaps.forEach((token, gap) -> scaled.put(token, step.of(gap)));
        return scaled;
    }

    /** The target with every weight but cash's clipped to its bounds; cash takes the rest, or the target stays as it is. */
    private static Weights clipped(Weights target, MarketState market, ActionRules rules) {
        Token cash = market.universe().cash();
        BigDecimal others = BigDecimal.ZERO;
        Map<Token, BigDecimal> shares = new HashMap<>();
        for (Token token : target.tokens()) {
            if (!token.equals(cash)) {
                BigDecimal share = rules.bound(token).clip(target.share(token));
                shares.put(token, share);
                others = others.add(share);
            }
        }
        if (others.compareTo(BigDecimal.ONE) > 0) {
            return target;
        }
        shares.put(cash, BigDecimal.ONE.subtract(others));
        return new Weights(
                target.tokens(), target.tokens().stream().map(shares::get).toList());
    }
}
