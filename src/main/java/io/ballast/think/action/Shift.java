package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of what is held, before it is known how to trade it.
 *
 * @param changes one for each token, in ascending order of address; they sum to about zero
 */
record Shift(List<Change> changes) {
    /**
     * Of one token.
     *
     * @param value to buy (positive) or sell (negative)
     */
    record Change(Token token, Usd value) {}

    /** One swap that a change is made of, at feed prices. */
    record Trade(Token from, Token to, Usd value) {}

    private static final Comparator<Change> BY_ADDRESS =
            Comparator.comparing(change -> change.token().address());
    private static final Comparator<Trade> LARGEST_FIRST =
            Comparator.comparing(Trade::value).reversed();

    Shift {
        changes = isSorted(changes)
                ? List.copyOf(changes)
                : changes.stream().sorted(BY_ADDRESS).toList();
    }

    private static boolean isSorted(List<Change> changes) {
        for (int i = 1; i < changes.size(); i++) {
            if (BY_ADDRESS.compare(changes.get(i - 1), changes.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    static Shift pair(Token from, Token to, Usd value) {
        return new Shift(List.of(new Change(from, Usd.ZERO.minus(value)), new Change(to, value)));
    }

    /** Whether something other than cash is sold for something other than cash. */
    boolean isCross(Token cash) {
        boolean sold = false;
        boolean bought = false;
        for (Change change : changes) {
            if (!change.token().equals(cash)) {
                sold |= change.value().value().signum() < 0;
                bought |= change.value().isPositive();
            }
        }
        return sold && bought;
    }

    /** Tokens to sell, the largest value first. */
    List<Trade> sales(Token into) {
        List<Trade> sales = new ArrayList<>(changes.size());
        for (Change change : changes) {
            if (change.value().value().signum() < 0) {
                sales.add(new Trade(change.token(), into, change.value().abs()));
            }
        }
        sales.sort(LARGEST_FIRST);
        return sales;
    }

    /** Tokens to buy, the largest value first. */
    List<Trade> purchases(Token with) {
        List<Trade> purchases = new ArrayList<>(changes.size());
        for (Change change : changes) {
            if (change.value().isPositive()) {
                purchases.add(new Trade(with, change.token(), change.value()));
            }
        }
        purchases.sort(LARGEST_FIRST);
        return purchases;
    }

    /**
     * The largest surplus goes to the largest lack until nothing is left, which takes at most one swap less than tokens
     * change. Swaps into cash come first and swaps out of cash last.
     */
    List<Trade> matched(Token cash) {
        List<Trade> trades = new ArrayList<>();
        Usd[] left = changes.stream().map(Change::value).toArray(Usd[]::new);
        int lack = largest(left, false);
        int surplus = largest(left, true);
        while (lack >= 0 && surplus >= 0) {
            Usd sold = left[surplus].abs();
            Usd value = sold.compareTo(left[lack]) <= 0 ? sold : left[lack];
            trades.add(new Trade(changes.get(surplus).token(), changes.get(lack).token(), value));
            left[surplus] = left[surplus].plus(value);
            left[lack] = left[lack].minus(value);
            lack = largest(left, false);
            surplus = largest(left, true);
        }
        trades.sort(Comparator.comparingInt(trade -> rank(trade, cash)));
        return trades;
    }

    /** The first of the largest values to sell, or to buy; −1 if there is none. */
    private static int largest(Usd[] values, boolean toSell) {
        int largest = -1;
        for (int i = 0; i < values.length; i++) {
            int sign = values[i].value().signum();
            if ((toSell ? sign < 0 : sign > 0)
                    && (largest < 0 || values[i].abs().compareTo(values[largest].abs()) > 0)) {
                largest = i;
            }
        }
        return largest;
    }

    private static int rank(Trade trade, Token cash) {
        if (trade.to().equals(cash)) {
            return 0;
        }
        return trade.from().equals(cash) ? 2 : 1;
    }
}
