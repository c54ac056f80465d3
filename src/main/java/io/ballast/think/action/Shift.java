package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change of what is held, before it is known how to trade it.
 *
 * @param changes value to buy (positive) or sell (negative) of each token, by address; they sum to about zero
 */
record Shift(Map<Token, Usd> changes) {
    /** One swap that a change is made of, at feed prices. */
    record Trade(Token from, Token to, Usd value) {}

    static final Comparator<Token> BY_ADDRESS = Comparator.comparing(Token::address);

    Shift {
        Map<Token, Usd> sorted = new TreeMap<>(BY_ADDRESS);
        sorted.putAll(changes);
        changes = sorted;
    }

    static Shift pair(Token from, Token to, Usd value) {
        return new Shift(Map.of(from, Usd.ZERO.minus(value), to, value));
    }

    /** Whether something other than cash is sold for something other than cash. */
    boolean isCross(Token cash) {
        return sales(cash).stream().anyMatch(sale -> !sale.from().equals(cash))
                && purchases(cash).stream().anyMatch(purchase -> !purchase.to().equals(cash));
    }

    /** Tokens to sell, the largest value first. */
    List<Trade> sales(Token into) {
        return changes.entrySet().stream()
                .filter(change -> change.getValue().value().signum() < 0)
                .map(change ->
                        new Trade(change.getKey(), into, change.getValue().abs()))
                .sorted(Comparator.comparing(Trade::value).reversed())
                .toList();
    }

    /** Tokens to buy, the largest value first. */
    List<Trade> purchases(Token with) {
        return changes.entrySet().stream()
                .filter(change -> change.getValue().isPositive())
                .map(change -> new Trade(with, change.getKey(), change.getValue()))
                .sorted(Comparator.comparing(Trade::value).reversed())
                .toList();
    }

    /**
     * The largest surplus goes to the largest lack until nothing is left, which takes at most one swap less than tokens
     * change. Swaps into cash come first and swaps out of cash last.
     */
    List<Trade> matched(Token cash) {
        List<Trade> trades = new ArrayList<>();
        Map<Token, Usd> left = new TreeMap<>(BY_ADDRESS);
        left.putAll(changes);
        Shift rest = this;
        while (!rest.sales(cash).isEmpty() && !rest.purchases(cash).isEmpty()) {
            Trade sale = rest.sales(cash).get(0);
            Trade purchase = rest.purchases(cash).get(0);
            Usd value = sale.value().compareTo(purchase.value()) <= 0 ? sale.value() : purchase.value();
            trades.add(new Trade(sale.from(), purchase.to(), value));
            left.merge(sale.from(), value, Usd::plus);
            left.merge(purchase.to(), value, Usd::minus);
            rest = new Shift(left);
        }
        trades.sort(Comparator.comparingInt(trade -> rank(trade, cash)));
        return trades;
    }

    private static int rank(Trade trade, Token cash) {
        if (trade.to().equals(cash)) {
            return 0;
        }
        return trade.from().equals(cash) ? 2 : 1;
    }
}
