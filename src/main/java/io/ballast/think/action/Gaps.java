package io.ballast.think.action;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.think.action.Shift.Change;
import io.ballast.think.action.Shift.Trade;
import io.ballast.think.portfolio.Valued;
import io.ballast.think.portfolio.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far holdings are from a target.
 *
 * @param values to buy of each token, negative to sell, for the weights to be the target's; in the target's order
 */
record Gaps(List<Change> values) {
    Gaps {
        values = List.copyOf(values);
    }

    static Gaps between(Valued held, Weights target) {
        List<Change> values = new ArrayList<>(target.tokens().size());
        for (int i = 0; i < target.tokens().size(); i++) {
            Token token = target.tokens().get(i);
            Usd due = Usd.of(held.invested().value().multiply(target.shares().get(i)));
            values.add(new Change(token, due.minus(held.value(token))));
        }
        return new Gaps(values);
    }

    /** A step of the way. */
    Shift step(Bps share) {
        if (share.equals(Bps.WHOLE)) {
            return new Shift(values);
        }
        List<Change> scaled = new ArrayList<>(values.size());
        for (Change gap : values) {
            scaled.add(new Change(gap.token(), share.of(gap.value())));
        }
        return new Shift(scaled);
    }

    /**
     * Pairs of a surplus and a lack with the value they have in common, the largest first; a surplus may also go into cash
     * whole, and a lack be filled from cash whole.
     */
    List<Trade> pairs(Token cash) {
        Shift all = new Shift(values);
        List<Trade> sales = all.sales(cash);
        List<Trade> purchases = all.purchases(cash);
        Stream<Trade> common = sales.stream()
                .flatMap(sale -> purchases.stream()
                        .map(purchase -> new Trade(sale.from(), purchase.to(), smaller(sale, purchase))));
        return Stream.of(sales.stream(), purchases.stream(), common)
                .flatMap(trades -> trades)
                .filter(trade -> !trade.from().equals(trade.to()))
                .sorted(Comparator.comparing(Trade::value).reversed())
                .distinct()
                .toList();
    }

    private static Usd smaller(Trade a, Trade b) {
        return a.value().compareTo(b.value()) <= 0 ? a.value() : b.value();
    }
}
