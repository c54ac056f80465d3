package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.Sandwich;
import io.ballast.sense.dex.SandwichBound;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.Shift.Trade;
import io.ballast.think.portfolio.GasPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns trades into legs, each quoted exactly on the pools as the one before leaves them. */
final class LegPricer {
    private final Router router;
    private final MarketState market;
    private final ActionRules rules;
    private final GasPrice gas;
    private final Token cash;
    private final Map<Place, TokenAmount> sandwiched = new HashMap<>();

    /** Where a size is searched once: the pools are those of the market after the legs. */
    private record Place(Token in, Token out, List<Leg> before) {}

    LegPricer(MarketState market, ActionRules rules) {
        this.router = market.universe().routing();
        this.market = market;
        this.rules = rules;
        this.gas = GasPrice.next(market, rules.tip());
        this.cash = market.universe().cash();
    }

    /** What is sold goes straight into what is bought. */
    Attempt direct(Position start, Shift shift) {
        return follow(start, shift.matched(cash));
    }

    /**
     * What is sold goes into cash, then cash into what is bought. Cash that is missing after the sales, because they cost
     * something, makes every purchase smaller in proportion.
     */
    Attempt viaCash(Position start, Shift shift) {
        List<Trade> fromTokens = new ArrayList<>();
        Usd ownCash = Usd.ZERO;
        for (Trade sale : shift.sales(cash)) {
            if (sale.from().equals(cash)) {
                ownCash = ownCash.plus(sale.value());
            } else {
                fromTokens.add(sale);
            }
        }
        List<Trade> purchases = shift.purchases(cash);
        purchases.removeIf(purchase -> purchase.to().equals(cash));
        return switch (follow(start, fromTokens)) {
            case Attempt.Failed failed -> failed;
            case Attempt.Reached(Position sold) -> {
                Usd budget = cashValue(sold).minus(cashValue(start)).plus(ownCash);
                yield follow(sold, within(budget, purchases));
            }
        };
    }

    private Usd cashValue(Position position) {
        return position.holdings().amount(cash).at(market.price(cash));
    }

    private static List<Trade> within(Usd budget, List<Trade> purchases) {
        Usd wanted = Usd.ZERO;
        for (Trade purchase : purchases) {
            wanted = wanted.plus(purchase.value());
        }
        if (wanted.compareTo(budget) <= 0) {
            return purchases;
        }
        BigDecimal share = budget.max(Usd.ZERO).over(wanted);
        return purchases.stream()
                .map(trade -> new Trade(
                        trade.from(),
                        trade.to(),
                        new Usd(trade.value().value().multiply(share).setScale(8, RoundingMode.DOWN))))
                .toList();
    }

    private Attempt follow(Position start, List<Trade> trades) {
        Attempt attempt = new Attempt.Reached(start);
        for (Trade trade : trades) {
            attempt = attempt.then(position -> trade(position, trade));
        }
        return attempt;
    }

    /** A trade under the minimum is left out; one over the ceiling is cut to it, if that leaves the minimum. */
    private Attempt trade(Position position, Trade trade) {
        TokenAmount amount = amount(position, trade, trade.value());
        if (isSmall(amount)) {
            return new Attempt.Reached(position);
        }
        Usd most = rules.ceiling().next(position.legs());
        if (trade.value().compareTo(most) <= 0) {
            return sized(position, amount, trade.to());
        }
        TokenAmount cut = amount(position, trade, most);
        return isSmall(cut)
                ? new Attempt.Failed(DropReason.OVER_LIMIT, trade.value() + " of " + trade.from() + ", left " + most)
                : sized(cut.equals(amount) ? position : position.withCut(), cut, trade.to());
    }

    /** One leg of this amount, or of the largest below it of which a sandwich cannot take too much. */
    private Attempt sized(Position position, TokenAmount amount, Token out) {
        Attempt whole = swap(position, amount, out);
        if (!(whole instanceof Attempt.Failed failed) || failed.reason() != DropReason.SANDWICH) {
            return whole;
        }
        TokenAmount most = sandwiched.computeIfAbsent(
                new Place(amount.token(), out, position.legs()), place -> largest(position, amount, out));
        TokenAmount cut = most.compareTo(amount) < 0 ? most : largest(position, amount, out);
        return isSmall(cut) ? whole : swap(position.withCut(), cut, out);
    }

    private TokenAmount largest(Position position, TokenAmount amount, Token out) {
        return LargestAmount.below(amount, smaller -> swap(position, smaller, out) instanceof Attempt.Reached);
    }

    private static TokenAmount amount(Position position, Trade trade, Usd value) {
        return position.worth(value, position.holdings().amount(trade.from()));
    }

    private boolean isSmall(TokenAmount amount) {
        return amount.isZero() || amount.at(market.price(amount.token())).compareTo(rules.minTrade()) < 0;
    }

    /** One leg of exactly this amount. */
    Attempt swap(Position position, TokenAmount amountIn, Token out) {
        if (amountIn.compareTo(position.holdings().amount(amountIn.token())) > 0) {
            return new Attempt.Failed(DropReason.INSUFFICIENT_BALANCE, amountIn.toString());
        }
        Optional<SwapQuote> quote = router.best(position.market().pools(), amountIn, out, () -> gas.in(out, market));
        if (quote.isEmpty()) {
            return new Attempt.Failed(DropReason.NO_ROUTE, amountIn + " to " + out);
        }
        if (quote.get().priceImpact().compareTo(rules.maxPriceImpact()) > 0) {
            return new Attempt.Failed(
                    DropReason.PRICE_IMPACT, quote.get().priceImpact() + " over " + rules.maxPriceImpact());
        }
        return bounded(position, quote.get());
    }

    private Attempt bounded(Position position, SwapQuote quote) {
        Sandwich sandwich = new Sandwich(rules.maxSlippage(), rules.maxSandwichLoss(), gas.in(quote.in(), market));
        SandwichBound bound = sandwich.of(quote, position.market().pools());
        BigInteger allowed = rules.maxSandwichLoss().of(quote.amountOut().raw()).add(BigInteger.ONE);
        return bound.pays() && bound.loss().raw().compareTo(allowed) > 0
                ? new Attempt.Failed(DropReason.SANDWICH, bound.loss() + " over " + rules.maxSandwichLoss())
                : new Attempt.Reached(position.after(quote, bound));
    }
}
